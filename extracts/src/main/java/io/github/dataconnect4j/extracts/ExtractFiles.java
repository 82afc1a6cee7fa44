package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Selection;
import java.util.List;
import java.util.Optional;

/** The files that a run wrote, wherever they are, in the order of their names. */
interface ExtractFiles {

  /**
   * Refuses files that more of may come, unless they were asked for as such.
   *
   * @throws IllegalStateException if the run that writes them has not succeeded
   */
  default void requireWhole() {}

  /** What was copied into them; empty if that is unknown. */
  default Optional<Selection<?>> selection() {
    return Optional.empty();
  }

  List<ExtractFile> rows();

  List<ExtractFile> metadata();

  /** The place, as a message names it. */
  @Override
  String toString();
}
