package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares the catalog, both ways, with the description of the domain that it was built from. */
class CatalogSourceTest {

  private final Map<String, Map<?, ?>> source = new LinkedHashMap<>();

  @BeforeEach
  void readTheSource() throws IOException {
    Optional<Path> file = find(Path.of("shared", "domain", "datasets.json"));
    assumeTrue(file.isPresent(), "../shared/domain/datasets.json is not beside the repository");
    try (JsonParser json = new JsonFactory().createParser(file.orElseThrow().toFile())) {
      json.nextToken();
      for (Object dataset : (List<?>) ((Map<?, ?>) value(json)).get("datasets")) {
        source.put((String) ((Map<?, ?>) dataset).get("name"), (Map<?, ?>) dataset);
      }
    }
  }

  @Test
  void hasTheSameDatasets() {
    assertThat(Catalog.builtIn().datasets())
        .extracting(Dataset::name)
        .containsExactlyInAnyOrderElementsOf(source.keySet());
  }

  @Test
  void hasTheSameColumnsInTheSameOrder() {
    for (Dataset<?> dataset : Datasets.all()) {
      List<String> ours = new ArrayList<>();
      ours(dataset.columns(), "", ours);
      List<String> theirs = new ArrayList<>();
      theirs(list(source.get(dataset.name()), "columns"), "", theirs);
      assertThat(ours).as("%s", dataset).containsExactlyElementsOf(theirs);
    }
  }

  @Test
  void hasTheSameRules() {
    for (Dataset<Row> dataset : Catalog.builtIn().datasets()) {
      Map<?, ?> from = source.get(dataset.name());
      assertThat(dataset.status().name()).isEqualTo(upper(from.get("status")));
      assertThat(dataset.scopeKind().name())
          .isEqualTo(from.get("scope") == null ? "UNKNOWN" : upper(from.get("scope")));
      assertThat(dataset.aliases().stream().map(Object.class::cast).toList())
          .hasSameElementsAs(new ArrayList<Object>(list(from, "aliases")));
      DateRule rule = dataset.dateRule();
      assertThat(List.<Object>copyOf(rule.columns())).isEqualTo(list(from, "dateFilterColumns"));
      assertThat(rule.required()).isEqualTo(Boolean.TRUE.equals(from.get("dateFilterRequired")));
      assertThat(rule.withoutColumn())
          .isEqualTo(Boolean.TRUE.equals(from.get("dateRangeWithoutColumn")));
      assertThat(rule.longest().map(Duration::toDays))
          .isEqualTo(Optional.ofNullable(from.get("maxDateRangeDays")));
      assertThat(dataset.availability().delay().map(Duration::toHours))
          .isEqualTo(Optional.ofNullable(from.get("availabilityDelayHours")));
      assertThat(dataset.availability().retention().map(Duration::toDays))
          .isEqualTo(Optional.ofNullable(from.get("retentionDays")));
      assertThat(dataset.isFree())
          .isEqualTo(Optional.ofNullable(((Map<?, ?>) from.get("pricing")).get("free")));
    }
  }

  private static void ours(List<? extends Column<?, ?>> columns, String path, List<String> into) {
    for (Column<?, ?> column : columns) {
      into.add(
          line(
              path + column.name(),
              column.type().name(),
              column.nullable().orElse(null),
              column.isFilterable()));
      ours(column.fields(), path + column.name() + ".", into);
    }
  }

  private static void theirs(List<?> columns, String path, List<String> into) {
    for (Object one : columns) {
      Map<?, ?> column = (Map<?, ?>) one;
      into.add(
          line(
              path + column.get("name"),
              upper(column.get("typeNorm")),
              column.get("nullable"),
              Boolean.TRUE.equals(column.get("filterable"))));
      theirs(list(column, "fields"), path + column.get("name") + ".", into);
    }
  }

  private static String line(Object... parts) {
    return Arrays.toString(parts);
  }

  private static String upper(Object word) {
    return word.toString().toUpperCase(Locale.ROOT);
  }

  private static List<?> list(Map<?, ?> from, String key) {
    return from.get(key) instanceof List<?> list ? list : List.of();
  }

  /** Beside the repository, or beside the folder that holds its work trees. */
  private static Optional<Path> find(Path wanted) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    List<Path> candidates = new ArrayList<>();
    for (int up = 0; folder != null && up < 3; up++, folder = folder.getParent()) {
      candidates.add(folder.resolve(wanted));
    }
    return candidates.stream().filter(Files::exists).findFirst();
  }

  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        json.nextToken();
        object.put(key, value(json));
      }
      return object;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(json));
      }
      return array;
    }
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> json.getText();
    };
  }
}
