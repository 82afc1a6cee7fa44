package io.github.dataconnect4j.generator;

import io.github.dataconnect4j.generator.CatalogData.ColumnData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes equal what differs only in the spellings that were seen, so that sender and recipients,
 * say, have one class. Each takes the spellings of all.
 */
final class Shapes {

  private final Map<List<ColumnData>, List<Set<String>>> seen = new HashMap<>();

  private Shapes() {}

  /** The columns of one dataset, with the fields of each like the others. */
  static List<ColumnData> unite(List<ColumnData> columns) {
    Shapes shapes = new Shapes();
    columns.forEach(column -> shapes.look(column.fields()));
    return columns.stream()
        .map(column -> column.with(column.spellings(), shapes.united(column.fields())))
        .toList();
  }

  private void look(List<ColumnData> fields) {
    List<Set<String>> spellings =
        seen.computeIfAbsent(
            plain(fields),
            key -> new ArrayList<>(fields.stream().map(one -> Set.<String>of()).toList()));
    for (int i = 0; i < fields.size(); i++) {
      Set<String> all = new LinkedHashSet<>(spellings.get(i));
      all.addAll(fields.get(i).spellings());
      spellings.set(i, all);
      look(fields.get(i).fields());
    }
  }

  private List<ColumnData> united(List<ColumnData> fields) {
    List<Set<String>> spellings = seen.getOrDefault(plain(fields), List.of());
    List<ColumnData> united = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      united.add(
          fields.get(i).with(new ArrayList<>(spellings.get(i)), united(fields.get(i).fields())));
    }
    return united;
  }

  private static List<ColumnData> plain(List<ColumnData> fields) {
    return fields.stream().map(one -> one.with(List.of(), plain(one.fields()))).toList();
  }
}
