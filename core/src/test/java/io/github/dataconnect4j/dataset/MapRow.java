package io.github.dataconnect4j.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A row over a map, for tests of what stands on rows; the reader has its own. */
record MapRow(Map<String, Object> values) implements Row {

  @Override
  public Set<String> columns() {
    return values.keySet();
  }

  @Override
  public Optional<String> text(String column) {
    return Optional.ofNullable((String) values.get(column));
  }

  @Override
  public Optional<Instant> time(String column) {
    return text(column).map(text -> Instant.parse(text.endsWith("Z") ? text : text + "Z"));
  }

  @Override
  public OptionalLong number(String column) {
    Long number = (Long) values.get(column);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  @Override
  public Optional<Boolean> flag(String column) {
    return Optional.ofNullable((Boolean) values.get(column));
  }

  @Override
  public Optional<Row> object(String column) {
    return Optional.ofNullable(values.get(column)).map(MapRow::of);
  }

  @Override
  public List<Row> objects(String column) {
    List<?> list = (List<?>) values.getOrDefault(column, List.of());
    return list.stream().map(MapRow::of).toList();
  }

  @Override
  public List<String> texts(String column) {
    List<?> list = (List<?>) values.getOrDefault(column, List.of());
    return list.stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked")
  private static Row of(Object value) {
    return new MapRow((Map<String, Object>) value);
  }
}
