package io.github.dataconnect4j.dataset;

import static io.github.dataconnect4j.dataset.Datasets.EVENT_V1;
import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.dataset.MessageV1.EmailAddress;
import io.github.dataconnect4j.dataset.MessageV1.Recipient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOfValuesTest {

  private static final Column<Row, String> TEXT = Column.text("text");
  private static final Column<Row, String> ENUM = Column.enumText("enum");
  private static final Column<Row, List<String>> ENUMS = Column.enumTexts("enums");
  private static final Column<Row, Long> NUMBER = Column.number("number");
  private static final Column<Row, Double> REAL = Column.real("real");
  private static final Column<Row, Instant> TIME = Column.time("time");
  private static final Column<Row, Row> OBJECT = Column.object("object", Function.identity());
  private static final Column<Row, Value> VALUE = Column.value("value");

  private static final Dataset<Row> ALL =
      Dataset.of("Test_v1", TEXT, ENUM, ENUMS, NUMBER, REAL, TIME, OBJECT, VALUE);

  private static Recipient recipient(String address) {
    return Row.of(
        Recipient::new,
        Recipient.EMAIL_ADDRESS.is(Row.of(EmailAddress::new, EmailAddress.ADDRESS.is(address))));
  }

  @Test
  void readsBackWhatItWasMadeOf() {
    Instant received = Instant.parse("2026-03-01T08:00:00.123456789Z");
    Value flag = Value.of(Map.of("flagStatus", "flagged", "n", 7L)).orElseThrow();

    MessageV1 message =
        MESSAGE_V1.row(
            MessageV1.SUBJECT.is("Tea"),
            MessageV1.RECEIVED_DATE_TIME.is(received),
            MessageV1.IS_READ.is(false),
            MessageV1.CATEGORIES.is(List.of("red", "")),
            MessageV1.SENDER.is(recipient("ann@example.com")),
            MessageV1.TO_RECIPIENTS.is(
                List.of(recipient("bob@example.com"), recipient("cem@example.com"))),
            MessageV1.FLAG.is(flag));

    assertThat(message.subject()).contains("Tea");
    assertThat(message.receivedDateTime()).contains(received);
    assertThat(message.isRead()).contains(false);
    assertThat(message.categories()).containsExactly("red", "");
    assertThat(message.sender()).contains(recipient("ann@example.com"));
    assertThat(message.sender().flatMap(Recipient::emailAddress).flatMap(EmailAddress::address))
        .contains("ann@example.com");
    assertThat(message.toRecipients())
        .containsExactly(recipient("bob@example.com"), recipient("cem@example.com"));
    assertThat(message.flag()).contains(flag);
  }

  @Test
  void readsWhatWasNotGivenAsEmpty() {
    MessageV1 message = MESSAGE_V1.row(MessageV1.SUBJECT.is("Tea"));

    assertThat(message.columns()).containsExactly("subject");
    for (Column<MessageV1, ?> column : MESSAGE_V1.columns()) {
      if (!column.name().equals("subject")) {
        assertThat(column.in(message)).as(column.name()).isEmpty();
      }
    }
    assertThat(MESSAGE_V1.row().columns()).isEmpty();
  }

  @Test
  void readsATimeAsGivenWhateverZoneStandsBesideIt() {
    Instant start = Instant.parse("2026-07-01T08:00:00Z");
    EventV1.DateTimeTimeZone time =
        Row.of(
            EventV1.DateTimeTimeZone::new,
            EventV1.DateTimeTimeZone.DATE_TIME.is(start),
            EventV1.DateTimeTimeZone.TIME_ZONE.is("Europe/Berlin"));

    EventV1 event =
        EVENT_V1.row(
            EventV1.START.is(time), EventV1.REMINDER_MINUTES_BEFORE_START.is(Long.MAX_VALUE));

    assertThat(event.start().flatMap(EventV1.DateTimeTimeZone::dateTime)).contains(start);
    assertThat(event.start().flatMap(EventV1.DateTimeTimeZone::timeZone)).contains("Europe/Berlin");
    assertThat(event.reminderMinutesBeforeStart()).hasValue(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1.5, 0.1, 1e300, Double.MIN_VALUE, Double.MAX_VALUE})
  void readsNumbersToTheLastDigit(double number) {
    assertThat(REAL.in(ALL.row(REAL.is(number)))).contains(number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.0})
  void refusesNumbersThatFilesCannotHave(double number) {
    assertThatIllegalArgumentException().isThrownBy(() -> REAL.is(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "html", "it's", "日本語", "2026-01-01", "microsoft.graph.x"})
  void readsTextsAsTheyAre(String text) {
    Row row = ALL.row(TEXT.is(text), ENUM.is(text), ENUMS.is(List.of(text)));

    assertThat(TEXT.in(row)).contains(text);
    assertThat(ENUM.in(row)).contains(text);
    assertThat(ENUMS.in(row)).contains(List.of(text));
  }

  @Test
  void refusesWhatWouldReadAsSomethingElse() {
    String literal = "microsoft.graph.bodyType'html'";

    assertThat(TEXT.in(ALL.row(TEXT.is(literal)))).contains(literal);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENUM.is(literal))
        .withMessageStartingWith("Column 'enum' cannot have this value")
        .withMessageNotContaining("html");
    assertThatIllegalArgumentException().isThrownBy(() -> ENUMS.is(List.of("a", literal)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TIME.is(Instant.parse("0001-01-01T10:00:00Z")));
    assertThatIllegalArgumentException().isThrownBy(() -> OBJECT.is(Row.of(Function.identity())));
    Value nothing = Value.of(Collections.singletonList(null)).orElseThrow().elements().get(0);
    assertThatIllegalArgumentException().isThrownBy(() -> VALUE.is(nothing));
  }

  @Test
  void takesValuesOfEachKind() {
    for (Object plain :
        List.of("x", 7L, new BigDecimal("1.50"), true, List.of(), List.of(1L), Map.of("a", "b"))) {
      Value value = Value.of(plain).orElseThrow();

      assertThat(VALUE.in(ALL.row(VALUE.is(value)))).contains(value);
    }
  }

  @Test
  void takesAnEmptyArrayForOneThatIsNotThere() {
    assertThat(MESSAGE_V1.row(MessageV1.CATEGORIES.is(List.of())).categories()).isEmpty();
  }

  @Test
  void takesEachColumnOnceAndOnlyItsOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MESSAGE_V1.row(MessageV1.SUBJECT.is("a"), MessageV1.SUBJECT.is("b")))
        .withMessage("Column 'subject' is given twice. Leave one out.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.row(Column.<Row>text("texd").is("a")))
        .withMessageContaining("Dataset Test_v1 has no column 'texd'");
  }

  @Test
  void keepsValuesToItself() {
    assertThat(TEXT.is("secret")).hasToString("Cell[text]");
    assertThat(MESSAGE_V1.row(MessageV1.SUBJECT.is("secret"))).hasToString("MessageV1[subject]");
  }
}
