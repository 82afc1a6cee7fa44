package io.github.dataconnect4j.benchmarks;

import java.util.Optional;

/**
 * What a reader found: whoever reads the same bytes must find the same.
 *
 * <p>Confined to one thread.
 */
final class Tally {

  private long rows;
  private long characters;

  /** Counts a row by its subject. */
  void add(Optional<String> subject) {
    rows++;
    characters += subject.map(String::length).orElse(0);
  }

  long rows() {
    return rows;
  }

  /**
   * Compares.
   *
   * @throws IllegalStateException if it is not the same: then no figure is worth anything
   */
  void requireSameAs(Tally other) {
    if (rows != other.rows || characters != other.characters) {
      throw new IllegalStateException("A reader found " + this + ", not " + other + ".");
    }
  }

  @Override
  public String toString() {
    return rows + " rows, " + characters + " characters of subjects";
  }
}
