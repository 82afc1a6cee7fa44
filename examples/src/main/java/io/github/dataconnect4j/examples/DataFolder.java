package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.DateRule;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.pipeline.Copy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One dataset of the user's own files: how many rows there are, and over what time they reach, so
 * that copies can be made that bring all of them.
 *
 * @param dataset the dataset
 * @param rows the rows in its files
 * @param first the first instant of them; empty where no window is needed
 * @param last the last
 */
record DataFolder(Dataset<?> dataset, long rows, Optional<Instant> first, Optional<Instant> last) {

  static DataFolder scan(Dataset<?> dataset, List<Path> files) {
    long count = 0;
    Optional<Instant> first = Optional.empty();
    Optional<Instant> last = Optional.empty();
    for (Path file : files) {
      try (Rows<Row> rows = Extracts.of(file).rows()) {
        for (Row row : rows) {
          count++;
          first = earlier(first, start(dataset, row));
          last = later(last, end(dataset, row));
        }
      }
    }
    return new DataFolder(dataset, count, first, last);
  }

  /**
   * Copies that together bring every row: none where there are no rows, and several where one
   * window would be longer than allowed.
   */
  List<Copy<?>> copies() {
    if (rows == 0) {
      return List.of();
    }
    if (first.isEmpty() || last.isEmpty()) {
      return List.of(undated());
    }
    List<Copy<?>> copies = new ArrayList<>();
    Instant end = last.get().plusSeconds(1);
    Duration longest = dataset.dateRule().longest().orElse(Duration.between(first.get(), end));
    for (Instant from = first.get(); from.isBefore(end); from = from.plus(longest)) {
      Instant until = from.plus(longest);
      Copy<?> copy = Copy.of(dataset).from(from).until(until.isBefore(end) ? until : end);
      copies.add(dateColumn(dataset).<Copy<?>>map(column -> copy.where(column)).orElse(copy));
    }
    return copies;
  }

  private Copy<?> undated() {
    Copy<?> copy = Copy.of(dataset);
    if (!copy.faults().isEmpty()) {
      throw new IllegalArgumentException(
          "No row of "
              + dataset.name()
              + " has a time in "
              + dateColumn(dataset).orElse("start")
              + ", and it is copied by such times only. Add them, or take its files out of the data"
              + " folder.");
    }
    return copy;
  }

  private static Optional<String> dateColumn(Dataset<?> dataset) {
    DateRule rule = dataset.dateRule();
    return rule.withoutColumn() ? Optional.empty() : rule.columns().stream().findFirst();
  }

  private static Optional<Instant> start(Dataset<?> dataset, Row row) {
    return dataset.dateRule().withoutColumn()
        ? row.object("start").flatMap(start -> start.time("dateTime"))
        : dateColumn(dataset).flatMap(row::time);
  }

  private static Optional<Instant> end(Dataset<?> dataset, Row row) {
    return dataset.dateRule().withoutColumn()
        ? row.object("end").flatMap(end -> end.time("dateTime"))
        : dateColumn(dataset).flatMap(row::time);
  }

  private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b.or(() -> a) : a;
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isAfter(a.get())) ? b.or(() -> a) : a;
  }
}
