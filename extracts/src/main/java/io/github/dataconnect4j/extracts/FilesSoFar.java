package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Selection;
import java.util.List;
import java.util.Optional;

/** The files that a run wrote until now, however far it is. */
record FilesSoFar(RunFiles files) implements ExtractFiles {

  @Override
  public void requireWhole() {
    // Some of them are what was asked for.
  }

  @Override
  public Optional<Selection<?>> selection() {
    return files.selection();
  }

  @Override
  public List<ExtractFile> rows() {
    return files.rows();
  }

  @Override
  public List<ExtractFile> metadata() {
    return files.metadata();
  }

  @Override
  public String toString() {
    return files.toString();
  }
}
