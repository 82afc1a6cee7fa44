package io.github.dataconnect4j.emulator.datafactory;

/** Comparing etags, which clients send with and without quotes. */
final class Etags {

  private Etags() {}

  static boolean matches(String header, String etag) {
    for (String one : header.split(",", -1)) {
      String asked = one.strip().replace("W/", "").replace("\"", "");
      if (asked.equals("*") || asked.equals(etag)) {
        return true;
      }
    }
    return false;
  }
}
