package io.github.dataconnect4j.generator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's data file.
 *
 * @param source where it comes from
 * @param systemColumns columns that trail rows although no table lists them
 * @param datasets the datasets
 */
record CatalogData(Source source, List<String> systemColumns, List<DatasetData> datasets) {

  static CatalogData read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), CatalogData.class);
  }

  // The file leaves out what is empty.
  private static <E> List<E> orNone(@Nullable List<E> list) {
    return list == null ? List.of() : list;
  }

  record Source(String repository, String commit, String commitDate, String licence) {}

  /** A dataset, by the names of the file. */
  record DatasetData(
      String name,
      List<String> aliases,
      String status,
      @Nullable String scope,
      List<String> dateFilterColumns,
      boolean dateFilterRequired,
      boolean dateRangeWithoutColumn,
      @Nullable Integer maxDateRangeDays,
      @Nullable Integer availabilityDelayHours,
      @Nullable Integer retentionDays,
      @Nullable Boolean supportsDelta,
      @Nullable Boolean free,
      List<String> rowIdColumns,
      String page,
      List<ColumnData> columns) {

    DatasetData {
      aliases = orNone(aliases);
      dateFilterColumns = orNone(dateFilterColumns);
      rowIdColumns = orNone(rowIdColumns);
    }

    String shortName() {
      return name.substring(name.indexOf('.') + 1);
    }

    boolean isDeprecated() {
      return status.equals("deprecated");
    }
  }

  /**
   * A column or field, by the names of the file.
   *
   * @param documented the type in the words of the page, where they are not those of {@code type}
   * @param reads what rows have instead, where they contradict the page
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ColumnData(
      String name,
      @Nullable String preferredName,
      String type,
      @Nullable String documented,
      @Nullable String reads,
      @Nullable String elements,
      @Nullable Boolean nullable,
      boolean filterable,
      @Nullable String odataType,
      List<String> spellings,
      List<ColumnData> fields) {

    ColumnData {
      spellings = orNone(spellings);
      fields = orNone(fields);
    }

    /** The same, in rows of which others have been seen too. */
    ColumnData with(List<String> spellings, List<ColumnData> fields) {
      return new ColumnData(
          name,
          preferredName,
          type,
          documented,
          reads,
          elements,
          nullable,
          filterable,
          odataType,
          spellings,
          fields);
    }

    String javaName() {
      return preferredName == null ? name : preferredName;
    }

    /** The page's Format text, made again of what the catalog kept of it. */
    String format() {
      String fieldsOf =
          String.join(", ", fields.stream().map(one -> one.name() + ": " + one.format()).toList());
      String struct = "STRUCT<" + fieldsOf + ">";
      if (type.equals("array")) {
        String element = elements == null ? "" : elements.toUpperCase(Locale.ROOT);
        return "ARRAY<" + (fields.isEmpty() ? element : struct) + ">";
      }
      return fields.isEmpty() ? (documented == null ? type : documented) : struct;
    }
  }
}
