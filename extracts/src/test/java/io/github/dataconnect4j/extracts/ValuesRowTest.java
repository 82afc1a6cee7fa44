package io.github.dataconnect4j.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.dataset.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesRowTest {

  private static Row row(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ExtractFile file = new ExtractFile("f", () -> new ByteArrayInputStream(bytes));
    try (RowScanner scanner = RowScanner.open(file, 10_000)) {
      return scanner.next();
    }
  }

  @Test
  void readsEachKindOfValue() {
    Row row =
        row(
            "{'t':'x','n':7,'w':7.0,'f':false,'at':'2021-02-03T00:37:45Z','o':{'in':'y'},"
                + "'os':[{'in':'1'},null,{}],'ts':['a',null,'b']}");

    assertThat(row.text("t")).contains("x");
    assertThat(row.number("n")).hasValue(7);
    assertThat(row.number("w")).hasValue(7);
    assertThat(row.flag("f")).contains(false);
    assertThat(row.time("at")).contains(Instant.parse("2021-02-03T00:37:45Z"));
    assertThat(row.object("o").flatMap(inner -> inner.text("in"))).contains("y");
    assertThat(row.objects("os"))
        .extracting(Row::columns)
        .map(names -> names.size())
        .containsExactly(1, 0);
    assertThat(row.texts("ts")).containsExactly("a", "b");
    assertThat(row.columns()).containsExactly("t", "n", "w", "f", "at", "o", "os", "ts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'c':null}", "{'c':{}}"})
  void readsNothingAsEmpty(String json) {
    Row row = row(json);

    assertThat(row.text("c")).isEmpty();
    assertThat(row.time("c")).isEmpty();
    assertThat(row.number("c")).isEmpty();
    assertThat(row.flag("c")).isEmpty();
    assertThat(row.object("c")).isEmpty();
    assertThat(row.objects("c")).isEmpty();
    assertThat(row.texts("c")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-02-03T00:37:45Z, 2021-02-03T00:37:45Z",
    "2021-02-03t00:37:45z, 2021-02-03T00:37:45Z",
    "2021-02-03T00:37:45, 2021-02-03T00:37:45Z",
    "2021-02-03 00:37, 2021-02-03T00:37:00Z",
    "2021-02-10T14:00:00.0000000, 2021-02-10T14:00:00Z",
    "2021-02-10T14:00:00.1234567Z, 2021-02-10T14:00:00.123456700Z",
    "2021-02-03T00:37:45+01:00, 2021-02-02T23:37:45Z",
    "2021-02-03T00:37:45-0130, 2021-02-03T02:07:45Z",
    "2021-10-20, 2021-10-20T00:00:00Z"
  })
  void readsTimesHoweverTheyAreWritten(String written, Instant read) {
    assertThat(row("{'c':'" + written + "'}").time("c")).contains(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00", "0001-01-01", "", " "})
  void readsATimeThatWasNeverSetAsEmpty(String written) {
    assertThat(row("{'c':'" + written + "'}").time("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2021-02-30T00:00:00Z", "2021-02-03T25:00:00Z", "03.02.2021"})
  void refusesATextThatIsNoTimeWithoutShowingIt(String written) {
    Row row = row("{'c':'" + written + "'}");

    assertThatIllegalStateException()
        .isThrownBy(() -> row.time("c"))
        .withMessage("Column 'c' is a text that is not a time, and was read as a time.")
        .withNoCause();
  }

  static Stream<Arguments> wrongReads() {
    return Stream.of(
        wrong("'secret'", row -> row.number("c"), "a text", "a whole number"),
        wrong("'secret'", row -> row.flag("c"), "a text", "true or false"),
        wrong("7", row -> row.text("c"), "a number", "a text"),
        wrong("7.5", row -> row.number("c"), "a number with a fraction", "a whole number"),
        wrong("1e400", row -> row.number("c"), "beyond 64 bits", "a whole number"),
        wrong("1e999999999", row -> row.number("c"), "beyond 64 bits", "a whole number"),
        wrong("true", row -> row.time("c"), "true or false", "a time"),
        wrong("['secret']", row -> row.text("c"), "an array", "a text"),
        wrong("{'x':1}", row -> row.texts("c"), "an object", "an array"),
        wrong("['secret',1]", row -> row.texts("c"), "a number", "texts"),
        wrong("['secret']", row -> row.objects("c"), "a text", "an object"));
  }

  private static Arguments wrong(String json, Consumer<Row> read, String found, String asked) {
    return Arguments.of(json, read, found, asked);
  }

  @ParameterizedTest
  @MethodSource("wrongReads")
  void refusesAnotherTypeNamingTheColumn(
      String json, Consumer<Row> read, String found, String asked) {
    Row row = row("{'c':" + json + "}");

    assertThatIllegalStateException()
        .isThrownBy(() -> read.accept(row))
        .withMessageStartingWith("Column 'c' is ")
        .withMessageContaining(found)
        .withMessageEndingWith("was read as " + asked + ".")
        .withMessageNotContaining("secret");
  }

  @Test
  void namesTheWholeWayToAColumn() {
    Row inner = row("{'a':[{'b':{'c':1}}]}").objects("a").get(0).object("b").orElseThrow();

    assertThatIllegalStateException()
        .isThrownBy(() -> inner.text("c"))
        .withMessageStartingWith("Column 'a.b.c' is a number");
  }

  @Test
  void cannotBeChangedAndShowsNoValues() {
    Row row = row("{'c':['secret'],'o':{'x':1}}");

    assertThatThrownBy(() -> row.values().put("d", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) row.values().get("c")).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((Map<?, ?>) row.values().get("o")).remove("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> row.columns().remove("c"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(row).hasToString("Row[c, o]").isEqualTo(row("{'o':{'x':1},'c':['secret']}"));
  }
}
