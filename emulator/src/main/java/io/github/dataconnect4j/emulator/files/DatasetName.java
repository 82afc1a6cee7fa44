package io.github.dataconnect4j.emulator.files;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells from the name of a file, or of the folders it is in, which dataset's rows it has. */
final class DatasetName {

  private static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "txt");

  private DatasetName() {}

  /**
   * The dataset of a file.
   *
   * @param file its path from the data folder on
   */
  static Optional<Dataset<Row>> of(Path file) {
    Optional<String> name = withoutExtension(file.getFileName().toString());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Dataset<Row>> dataset = startOf(name.get());
    for (Path folder = file.getParent();
        dataset.isEmpty() && folder != null;
        folder = folder.getParent()) {
      dataset = startOf(folder.getFileName().toString());
    }
    return dataset;
  }

  /** The name without what marks it as JSON; empty if it is marked as something else. */
  private static Optional<String> withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    // What follows the dot of BasicDataSet_v0.Message_v1 is no extension.
    if (dot < 0 || startOf(name.substring(dot + 1)).isPresent()) {
      return Optional.of(name);
    }
    return EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        ? Optional.of(name.substring(0, dot))
        : Optional.empty();
  }

  /** The dataset whose name a name begins with, up to a sign that parts words. */
  private static Optional<Dataset<Row>> startOf(String name) {
    Optional<Dataset<Row>> dataset = Catalog.builtIn().find(name);
    for (int end = name.length() - 1; dataset.isEmpty() && end > 0; end--) {
      if (!Character.isLetterOrDigit(name.charAt(end))) {
        dataset = Catalog.builtIn().find(name.substring(0, end));
      }
    }
    return dataset;
  }
}
