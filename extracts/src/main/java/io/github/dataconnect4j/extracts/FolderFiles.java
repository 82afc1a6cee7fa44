package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.RunOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of this machine that were copied from where a run wrote them. */
record FolderFiles(Path folder) implements ExtractFiles {

  FolderFiles {
    if (!Files.isDirectory(Objects.requireNonNull(folder, "folder"))) {
      throw new IllegalArgumentException(
          "'" + folder + "' is not a folder. Give the folder that the extracted files lie in.");
    }
  }

  @Override
  public List<ExtractFile> rows() {
    return files(name -> !isMetadata(name) && name.toLowerCase(Locale.ROOT).endsWith(".json"));
  }

  @Override
  public List<ExtractFile> metadata() {
    return files(FolderFiles::isMetadata);
  }

  private static boolean isMetadata(String name) {
    return name.startsWith(RunOutput.METADATA);
  }

  private List<ExtractFile> files(Predicate<String> wanted) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> new ExtractFile(name(path), () -> Files.newInputStream(path)))
          .filter(file -> wanted.test(file.name()))
          .sorted(Comparator.comparing(ExtractFile::name))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableDataException(
          Problem.of(
              "list the files in '" + folder + "'",
              e.toString() + ".",
              "Check that the folder may be read."),
          e);
    }
  }

  // With slashes on every system, so that the order is the same everywhere.
  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
