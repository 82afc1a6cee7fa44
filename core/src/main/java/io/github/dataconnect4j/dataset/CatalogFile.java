package io.github.dataconnect4j.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the catalog's data file, which stands beside this class. */
final class CatalogFile {

  private static final String NAME = "catalog.json";

  private CatalogFile() {}

  static Catalog read() {
    try (InputStream file =
            Objects.requireNonNull(CatalogFile.class.getResourceAsStream(NAME), NAME);
        JsonParser parser = new JsonFactory().createParser(file)) {
      parser.nextToken();
      Fields root = new Fields(object(parser));
      List<Dataset<Row>> datasets =
          root.objects("datasets").stream().map(CatalogFile::dataset).toList();
      return new Catalog(datasets, root.texts("systemColumns"));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the built-in " + NAME, e);
    }
  }

  private static Dataset<Row> dataset(Fields from) {
    DateRule dates =
        new DateRule(
            from.texts("dateFilterColumns"),
            from.flag("dateFilterRequired").orElse(false),
            from.flag("dateRangeWithoutColumn").orElse(false),
            from.number("maxDateRangeDays").map(Duration::ofDays));
    return new Dataset<>(
        from.text("name"),
        Set.copyOf(from.texts("aliases")),
        DatasetStatus.valueOf(upper(from.text("status"))),
        from.find("scope").map(scope -> ScopeKind.valueOf(upper(scope))).orElse(ScopeKind.UNKNOWN),
        dates,
        new Dataset.Availability(
            from.number("availabilityDelayHours").map(Duration::ofHours),
            from.number("retentionDays").map(Duration::ofDays)),
        from.flag("free"),
        from.text("page"),
        columns(from.objects("columns")));
  }

  private static List<Column<Row, ?>> columns(List<Fields> from) {
    List<Column<Row, ?>> columns = new ArrayList<>();
    for (Fields column : from) {
      columns.add(
          new Column<Row, Object>(
              column.text("name"),
              ColumnType.valueOf(upper(column.text("type"))),
              column.flag("nullable"),
              column.flag("filterable").orElse(false),
              column.texts("spellings"),
              columns(column.objects("fields"))));
    }
    return columns;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser));
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** One JSON object of the file, with typed access. */
  private record Fields(Map<?, ?> values) {

    String text(String key) {
      return find(key).orElseThrow(() -> new IllegalStateException(NAME + " lacks " + key));
    }

    Optional<String> find(String key) {
      return Optional.ofNullable(values.get(key)).map(String.class::cast);
    }

    Optional<Boolean> flag(String key) {
      return Optional.ofNullable(values.get(key)).map(Boolean.class::cast);
    }

    Optional<Long> number(String key) {
      return Optional.ofNullable(values.get(key)).map(Long.class::cast);
    }

    List<String> texts(String key) {
      return list(key).stream().map(String.class::cast).toList();
    }

    List<Fields> objects(String key) {
      return list(key).stream().map(value -> new Fields((Map<?, ?>) value)).toList();
    }

    private List<?> list(String key) {
      return values.get(key) instanceof List<?> list ? list : List.of();
    }
  }
}
