package io.github.dataconnect4j.dataset;

import io.github.dataconnect4j.wording.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The datasets that Microsoft has published, with their columns and rules.
 *
 * <p>For programs that learn only when they run which dataset they are about; the others name
 * {@link Datasets}, which are the same with typed columns and rows.
 *
 * <p>Built from the dataset pages of {@code microsoftgraph/dataconnect-solutions} at commit
 * ff82ac5c0928 (2025-07-16): 51 datasets, 1,261 top-level columns, 1,948 with nested ones.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Catalog {

  private final Map<String, Dataset<Row>> byName = new LinkedHashMap<>();
  private final Map<String, Dataset<Row>> byFoldedName = new LinkedHashMap<>();
  private final List<String> systemColumns;

  private Catalog(List<Dataset<Row>> datasets, List<String> systemColumns) {
    this.systemColumns = List.copyOf(systemColumns);
    for (Dataset<Row> dataset : datasets) {
      byName.put(dataset.name(), dataset);
      List<String> names = new ArrayList<>(dataset.aliases());
      names.add(dataset.name());
      names.add(dataset.shortName());
      dataset.aliases().forEach(alias -> names.add(alias.substring(alias.indexOf('.') + 1)));
      names.forEach(name -> byFoldedName.putIfAbsent(fold(name), dataset));
    }
  }

  /** The catalog that this library was built with. */
  public static Catalog builtIn() {
    return BuiltIn.CATALOG;
  }

  /** All datasets. */
  public List<Dataset<Row>> datasets() {
    return List.copyOf(byName.values());
  }

  /**
   * The dataset of that name: full, without prefix, or one of the other spellings that Microsoft
   * uses, in any case.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public Dataset<Row> dataset(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Data Connect has no dataset '"
                        + name
                        + "'."
                        + Nearest.hint(
                            name.substring(name.indexOf('.') + 1),
                            byName.values().stream().map(Dataset::shortName).toList())
                        + " Catalog.builtIn().datasets() lists all "
                        + byName.size()
                        + "."));
  }

  /** As {@link #dataset(String)}, with nothing for an unknown name. */
  public Optional<Dataset<Row>> find(String name) {
    return Optional.ofNullable(byFoldedName.get(fold(Objects.requireNonNull(name, "name"))));
  }

  /**
   * The columns that trail the rows of many datasets although no schema table lists them, such as
   * {@code datarow}. They cannot be asked for.
   */
  public List<String> systemColumns() {
    return systemColumns;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static final class BuiltIn {
    private static final Catalog CATALOG =
        new Catalog(
            Datasets.all().stream().<Dataset<Row>>map(Dataset::untyped).toList(),
            Datasets.SYSTEM_COLUMNS);
  }
}
