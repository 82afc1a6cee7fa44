package io.github.dataconnect4j.extracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** One file of this machine. */
record OneFile(Path file) implements ExtractFiles {

  OneFile {
    if (!Files.isRegularFile(Objects.requireNonNull(file, "file"))) {
      throw new IllegalArgumentException(
          "'" + file + "' is not a file. Give one that a run wrote, or a folder of them to in(…).");
    }
  }

  @Override
  public List<ExtractFile> rows() {
    return List.of(new ExtractFile(file.toString(), () -> Files.newInputStream(file)));
  }

  @Override
  public List<ExtractFile> metadata() {
    return List.of();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
