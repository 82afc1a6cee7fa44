package org.example.entra;

import io.github.dataconnect4j.entra.Entra;

/** Asks for Microsoft Entra on the module path. */
public final class Program {

  private Program() {}

  public static void main(String[] args) {
    try {
      System.out.println("unexpected: " + Entra.directory());
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
