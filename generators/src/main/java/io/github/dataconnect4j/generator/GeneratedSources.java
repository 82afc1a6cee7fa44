package io.github.dataconnect4j.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of sources that are written by this build. What has not changed is left alone, so that
 * it is not compiled again.
 */
final class GeneratedSources {

  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  GeneratedSources(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a file, unless it is like that already.
   *
   * @param name path and name within the folder
   */
  void write(String name, String source) throws IOException {
    Path path = folder.resolve(name);
    if (!Files.exists(path) || !Files.readString(path, StandardCharsets.UTF_8).equals(source)) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, source, StandardCharsets.UTF_8);
    }
    written.add(path);
  }

  /** Removes what was not written by this run: it is no longer generated. */
  void removeOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.walk(folder)) {
      others = files.filter(Files::isRegularFile).filter(one -> !written.contains(one)).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
