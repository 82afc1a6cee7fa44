package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows as a run left them: JSON objects, one after another, whichever host it was.
 *
 * @param rows each by the names of its columns
 */
record CopiedRows(List<Map<String, Object>> rows) {

  private static final ObjectReader OBJECTS = new JsonMapper().readerForMapOf(Object.class);

  /** The rows of all files of a run; there must be some. */
  static CopiedRows of(RunOutput output) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (StoredFile file : output.files()) {
      try (InputStream stream = output.open(file);
          MappingIterator<Map<String, Object>> objects = OBJECTS.readValues(stream)) {
        objects.readAll(rows);
      } catch (IOException e) {
        throw new UncheckedIOException("Could not read the rows of " + file.path(), e);
      }
    }
    assertThat(rows).as("rows in %s", output.folder()).isNotEmpty();
    return new CopiedRows(rows);
  }

  /** Rows as a fixture tells of them, each a JSON object. */
  static CopiedRows of(List<String> objects) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String object : objects) {
      try {
        rows.add(OBJECTS.readValue(object));
      } catch (IOException e) {
        throw new UncheckedIOException("The fixture's message is no JSON: " + object, e);
      }
    }
    return new CopiedRows(rows);
  }

  /** The dates of a column, row by row. */
  List<Instant> dates(String column) {
    return rows.stream().map(row -> date(row, column)).toList();
  }

  /** The date of a row, as data has it: with an offset, or else in UTC. */
  static Instant date(Map<String, Object> row, String column) {
    assertThat(row).containsKey(column);
    TemporalAccessor date =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            String.valueOf(row.get(column)), OffsetDateTime::from, LocalDateTime::from);
    return date instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(date);
  }
}
