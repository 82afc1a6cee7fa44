package io.github.dataconnect4j.extracts;

/** Placeholder. */
public final class Placeholder {
  private Placeholder() {}
}
