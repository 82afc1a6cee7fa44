package io.github.dataconnect4j.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Datasets;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.UserV1;
import io.github.dataconnect4j.dataset.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds typed rows to Jackson, on the files that Microsoft published. */
class TypedSamplesTest {

  private static final Path SAMPLES = Path.of("..", "..", "shared", "samples");
  private static final String SYSTEM = "datarow pagerow rowinformation userrow";
  private static final String ATTACHMENT =
      "attachments.ODataType attachments.contentBytes attachments.contentId ";
  private static final String LOCATION =
      "location.locationType location.uniqueId location.uniqueIdType ";

  private final Set<String> unknown = new TreeSet<>();
  private long compared;

  /** What is in the files and in no table of Microsoft's pages: read by name only. */
  static List<Arguments> samples() {
    return List.of(
        Arguments.of(Datasets.USER_V1, 10, SYSTEM),
        Arguments.of(Datasets.CALENDAR_VIEW_V0, 10, LOCATION + SYSTEM),
        Arguments.of(Datasets.EVENT_V1, 10, LOCATION + SYSTEM),
        Arguments.of(Datasets.TEAM_CHAT_V1, 10, "Attachments.ODataType " + SYSTEM),
        Arguments.of(Datasets.SENT_ITEM_V1, 10, ATTACHMENT + SYSTEM),
        Arguments.of(
            Datasets.CONTACT_V0,
            10,
            "BusinessAddress.Type HomeAddress.Type OtherAddress.Type " + SYSTEM),
        Arguments.of(Datasets.SHAREPOINT_PERMISSIONS_V1, 154, ""));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <R extends Row> void readAsJacksonReads(Dataset<R> dataset, int rows, String undocumented)
      throws IOException {
    Path file = SAMPLES.resolve(dataset.name() + ".json");
    assumeTrue(Files.exists(file), () -> "no " + file + " beside this clone");
    int count = 0;
    try (Rows<R> ours = Extracts.of(file).rows(dataset);
        MappingIterator<JsonNode> theirs =
            new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
      for (R row : ours) {
        compare(row, theirs.next(), dataset.columns(), "");
        count++;
      }
      assertThat(theirs.hasNext()).isFalse();
    }

    assertThat(count).isEqualTo(rows);
    assertThat(compared).isGreaterThan(10L * rows);
    assertThat(unknown)
        .containsExactlyInAnyOrderElementsOf(
            undocumented.isEmpty() ? List.of() : List.of(undocumented.split(" ", -1)));
  }

  private void compare(Row row, JsonNode json, List<? extends Column<?, ?>> columns, String path) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      Optional<? extends Column<?, ?>> column =
          columns.stream().filter(one -> isNamed(one, field.getKey())).findFirst();
      if (column.isPresent()) {
        compare(read(column.get(), row), value, column.get(), path + field.getKey());
      } else if (!value.isNull()) {
        unknown.add(path + field.getKey());
        compareTree(row.value(field.getKey()).orElseThrow(), value);
      }
    }
  }

  private void compare(Optional<?> ours, JsonNode theirs, Column<?, ?> column, String path) {
    if (theirs.isNull()
        || (theirs.isContainerNode() && theirs.isEmpty())
        || isNever(theirs, ours)) {
      assertThat(ours).as(path).isEmpty();
      return;
    }
    compared++;
    Object value = ours.orElseThrow(() -> new AssertionError(path + " reads as empty"));
    if (value instanceof Value tree) {
      compareTree(tree, theirs);
    } else if (value instanceof Row object) {
      compare(object, theirs, column.fields(), path + ".");
    } else if (value instanceof List<?> list) {
      assertThat(list).as(path).hasSize(theirs.size());
      Iterator<JsonNode> elements = theirs.iterator();
      for (Object element : list) {
        JsonNode next = elements.next();
        if (element instanceof Row object) {
          compare(object, next, column.fields(), path + ".");
        } else {
          assertThat(element).as(path).isEqualTo(decoded(next.textValue()));
        }
      }
    } else {
      assertThat(value).as(path).isEqualTo(plain(theirs, value));
    }
  }

  private static Object plain(JsonNode json, Object like) {
    if (like instanceof Instant) {
      return time(json.textValue());
    }
    if (like instanceof Double) {
      return json.doubleValue();
    }
    if (json.isTextual()) {
      return decoded(json.textValue());
    }
    return json.isBoolean() ? (Object) json.booleanValue() : json.longValue();
  }

  private static String decoded(String text) {
    return text.matches("(?i)microsoft\\.(graph|outlookservices)\\.\\w+'\\w*'")
        ? text.substring(text.indexOf('\'') + 1, text.length() - 1)
        : text;
  }

  private static boolean isNever(JsonNode json, Optional<?> ours) {
    return ours.isEmpty() && json.isTextual() && json.textValue().startsWith("0001-01-01");
  }

  // Every zone beside a time in these files is UTC.
  private static Instant time(String text) {
    if (text.length() == "2021-02-03".length()) {
      return LocalDateTime.parse(text + "T00:00").toInstant(ZoneOffset.UTC);
    }
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private void compareTree(Value ours, JsonNode theirs) {
    compared++;
    switch (ours.kind()) {
      case TEXT -> assertThat(ours.text()).contains(theirs.textValue());
      case NUMBER ->
          assertThat(ours.number().orElseThrow()).isEqualByComparingTo(theirs.decimalValue());
      case FLAG -> assertThat(ours.flag()).contains(theirs.booleanValue());
      case NOTHING -> assertThat(theirs.isNull()).isTrue();
      case ARRAY -> {
        assertThat(ours.elements()).hasSize(theirs.size());
        for (int i = 0; i < theirs.size(); i++) {
          compareTree(ours.elements().get(i), theirs.get(i));
        }
      }
      case OBJECT -> {
        assertThat(ours.fields()).hasSize(theirs.size());
        ours.fields().forEach((name, value) -> compareTree(value, theirs.get(name)));
      }
    }
  }

  private static boolean isNamed(Column<?, ?> column, String key) {
    String name = column.name();
    boolean sameButFirst =
        name.substring(1).equals(key.substring(1))
            && name.substring(0, 1).equalsIgnoreCase(key.substring(0, 1));
    return sameButFirst || column.spellings().contains(key);
  }

  // A column of that row, which the compiler cannot know.
  @SuppressWarnings("unchecked")
  private static Optional<?> read(Column<?, ?> column, Row row) {
    return ((Column<Row, ?>) column).in(row);
  }

  @Test
  void anUnselectedColumnIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("users.json");
    Files.writeString(file, "{\"mail\":\"ann@example.com\"}\n");
    Extracts extracts = Extracts.of(file);
    try (Rows<UserV1> rows =
        extracts.rows(Datasets.USER_V1, Datasets.USER_V1.columns(UserV1.MAIL, UserV1.ID))) {
      UserV1 user = rows.iterator().next();

      assertThat(user.mail()).contains("ann@example.com");
      assertThat(user.id()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(user::city)
          .withMessageStartingWith("Column 'city' was not selected");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                extracts.rows(
                    Datasets.USER_V0.untyped(), Datasets.USER_V1.untyped().columns("mail")))
        .withMessage(
            "The columns are of BasicDataSet_v0.User_v1, the rows are of BasicDataSet_v0.User_v0."
                + " Select columns of that dataset.");
  }
}
