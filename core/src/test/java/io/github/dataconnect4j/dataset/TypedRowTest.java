package io.github.dataconnect4j.dataset;

import static io.github.dataconnect4j.dataset.Datasets.EVENT_V1;
import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedRowTest {

  private static MessageV1 message(Map<String, Object> values) {
    return MESSAGE_V1.read(new MapRow(values));
  }

  @Test
  void readsEachKindOfColumn() {
    MessageV1 message =
        message(
            Map.of(
                "subject",
                "Hello",
                "receivedDateTime",
                "2021-02-03T00:37:45Z",
                "isRead",
                true,
                "categories",
                List.of("a", "b"),
                "sender",
                Map.of("emailAddress", Map.of("address", "ann@example.com")),
                "attachments",
                List.of(Map.of("Size", 7L))));

    assertThat(message.subject()).contains("Hello");
    assertThat(message.receivedDateTime()).contains(Instant.parse("2021-02-03T00:37:45Z"));
    assertThat(message.isRead()).contains(true);
    assertThat(message.categories()).containsExactly("a", "b");
    assertThat(
            message
                .sender()
                .flatMap(MessageV1.Recipient::emailAddress)
                .flatMap(MessageV1.EmailAddress::address))
        .contains("ann@example.com");
    assertThat(message.attachments().get(0).size()).hasValue(7);
    assertThat(MessageV1.SUBJECT.in(message)).isEqualTo(message.subject());
  }

  @Test
  void readsWhatIsAbsentAsEmpty() {
    MessageV1 message = message(Map.of());

    assertThat(message.subject()).isEmpty();
    assertThat(message.receivedDateTime()).isEmpty();
    assertThat(message.isRead()).isEmpty();
    assertThat(message.categories()).isEmpty();
    assertThat(message.sender()).isEmpty();
    assertThat(message.attachments()).isEmpty();
    assertThat(message.flag()).isEmpty();
    assertThat(Datasets.MAIL_FOLDER_V0.read(new MapRow(Map.of())).totalItemCount()).isEmpty();
  }

  @Test
  void readsFieldsInEitherCase() {
    for (String key : List.of("EmailAddress", "emailAddress")) {
      MessageV1 message = message(Map.of("sender", Map.of(key, Map.of("Name", "Ann"))));

      assertThat(
              message
                  .sender()
                  .flatMap(MessageV1.Recipient::emailAddress)
                  .flatMap(MessageV1.EmailAddress::name))
          .contains("Ann");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft.graph.bodyType'html', html",
    "Microsoft.OutlookServices.BodyType'HTML', HTML",
    "microsoft.graph.bodyType'neverSeenBefore', neverSeenBefore",
    "html, html",
    "microsoft.graph.bodyType, microsoft.graph.bodyType",
    "it's 'so', it's 'so'"
  })
  void readsTheValueOfAnEnumLiteralAndAnyOtherTextAsItIs(String written, String read) {
    MessageV1 message = message(Map.of("body", Map.of("contentType", written)));
    MessageV1.ItemBody body = message.body().orElseThrow();

    assertThat(body.contentType()).contains(read);
    assertThat(body.text("contentType")).contains(written);
  }

  @Test
  void leavesTextsThatPeopleWroteAlone() {
    assertThat(message(Map.of("subject", "a.b'c'")).subject()).contains("a.b'c'");
  }

  @Test
  void keepsWhatTheCatalogDoesNotKnow() {
    MessageV1 message = message(Map.of("brandNew", "x", "subject", "y", "datarow", 3L));

    assertThat(MESSAGE_V1.unknownColumns(message)).containsOnly("brandNew", "datarow");
    assertThat(message.text("brandNew")).contains("x");
    assertThat(message.number("datarow")).hasValue(3);
    assertThat(message.values()).containsEntry("brandNew", "x");
  }

  @Test
  void readsAnObjectWithoutDocumentedFieldsAsATreeOfValues() {
    Value flag =
        message(Map.of("flag", Map.of("flagStatus", "f", "n", 1L, "on", true, "l", List.of(2L))))
            .flag()
            .orElseThrow();

    assertThat(flag.kind()).isEqualTo(Value.Kind.OBJECT);
    assertThat(flag.field("flagStatus").flatMap(Value::text)).contains("f");
    assertThat(flag.field("n").flatMap(Value::number)).contains(BigDecimal.ONE);
    assertThat(flag.field("on").flatMap(Value::flag)).contains(true);
    assertThat(flag.field("l").orElseThrow().elements())
        .extracting(Value::number)
        .containsExactly(Optional.of(BigDecimal.valueOf(2)));
    assertThat(flag.fields()).containsOnlyKeys("flagStatus", "n", "on", "l");
    assertThat(flag.field("no")).isEmpty();
    assertThat(flag).hasToString("Value[OBJECT]");
  }

  @Nested
  class ATimeBesideItsZone {

    private Optional<Instant> start(String time, String zone) {
      return EVENT_V1
          .read(new MapRow(Map.of("start", Map.of("dateTime", time, "timeZone", zone))))
          .start()
          .flatMap(EventV1.DateTimeTimeZone::dateTime);
    }

    @ParameterizedTest
    @CsvSource({
      "2021-02-10T14:00:00, UTC, 2021-02-10T14:00:00Z",
      "2021-02-10T14:00:00, tzone://Microsoft/Utc, 2021-02-10T14:00:00Z",
      "2021-02-10T14:00:00, Europe/Berlin, 2021-02-10T13:00:00Z",
      "2021-02-10T14:00:00Z, Europe/Berlin, 2021-02-10T14:00:00Z",
      "2021-02-10T14:00:00Z, Pacific Standard Time, 2021-02-10T14:00:00Z"
    })
    void isReadInIt(String time, String zone, Instant read) {
      assertThat(start(time, zone)).contains(read);
    }

    @Test
    void isRefusedIfJavaDoesNotKnowTheZone() {
      assertThatIllegalStateException()
          .isThrownBy(() -> start("2021-02-10T14:00:00", "Pacific Standard Time"))
          .withMessage(
              "Column 'dateTime' is a time in the zone 'Pacific Standard Time', which Java does not"
                  + " know. Read text(\"dateTime\") and translate the zone.");
    }
  }

  @Test
  void refusesAColumnThatWasNotSelectedAndNamesIt() {
    MessageV1 message =
        MESSAGE_V1.read(new MapRow(Map.of("sender", Map.of())), Set.of("sender", "subject"));

    assertThat(message.subject()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(message::receivedDateTime)
        .withMessage(
            "Column 'receivedDateTime' was not selected, so these rows do not have it. Add it where"
                + " the columns are selected, or do not read it.");
    assertThatIllegalStateException()
        .isThrownBy(() -> MessageV1.TO_RECIPIENTS.in(message))
        .withMessageContaining("'toRecipients'");
    assertThatIllegalStateException().isThrownBy(message::flag).withMessageContaining("'flag'");
  }

  @Test
  void showsNoValues() {
    assertThat(message(Map.of("subject", "secret")))
        .hasToString("MessageV1[subject]")
        .isEqualTo(message(Map.of("subject", "secret")))
        .hasSameHashCodeAs(message(Map.of("subject", "secret")))
        .isNotEqualTo(message(Map.of("subject", "other")));
  }

  @Nested
  class ADatasetOfOnesOwn {

    static final class Note extends TypedRow {

      static final Column<Note, String> ID = Column.<Note>text("Id").neverNull();
      static final Column<Note, Double> WEIGHT = Column.real("Weight");
      static final Column<Note, Instant> AT =
          Column.<Note>time("At").asFilter().alsoSpelled("When");

      Note(Row row) {
        super(row);
      }

      double weight() {
        return readReal(WEIGHT).orElse(0);
      }
    }

    private final Dataset<Note> notes =
        Dataset.of("BasicDataSet_v0.Note_v0", Note::new, Note.ID, Note.WEIGHT, Note.AT)
            .withScopeKind(ScopeKind.USER)
            .withDateRule(new DateRule(List.of("At"), true, false, Optional.empty()))
            .withAliases("Notes_v0")
            .withStatus(DatasetStatus.PREVIEW)
            .charged();

    @Test
    void isSelectedAndReadLikeOneOfTheCatalog() {
      Note note =
          notes.read(new MapRow(Map.of("Id", "1", "Weight", 2L, "When", "2021-02-03T00:37:45Z")));

      assertThat(notes.columns(Note.ID, Note.AT).columns()).containsExactly("Id", "At");
      assertThat(note.weight()).isEqualTo(2);
      assertThat(Note.AT.in(note)).contains(Instant.parse("2021-02-03T00:37:45Z"));
      assertThat(notes.unknownColumns(note)).isEmpty();
      assertThat(notes.shortName()).isEqualTo("Note_v0");
      assertThat(notes.scopeKind()).isEqualTo(ScopeKind.USER);
      assertThat(notes.dateRule().columns()).containsExactly("At");
      assertThat(notes.aliases()).containsExactly("Notes_v0");
      assertThat(notes.status()).isEqualTo(DatasetStatus.PREVIEW);
      assertThat(notes.isFree()).contains(false);
      assertThat(notes.column("At").isFilterable()).isTrue();
      assertThat(notes.column("Id").nullable()).contains(false);
    }

    @Test
    void needsNoRowClass() {
      Column<Row, String> id = Column.text("Id");
      Dataset<Row> plain = Dataset.of("Plain_v0", id);
      Row row = new MapRow(Map.of("Id", "1"));

      assertThat(plain.read(row)).isSameAs(row);
      assertThat(id.in(row)).contains("1");
      assertThat(plain.isFree()).isEmpty();
    }

    @Test
    void isRefusedWithABlankNameOrAColumnTwice() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Dataset.of(" ", Note::new, Note.ID))
          .withMessageStartingWith("The name of a dataset is blank.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Column.text(""))
          .withMessageStartingWith("The name of a column is blank.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Dataset.of("Two_v0", Note::new, Note.ID, Note.ID).allColumns())
          .withMessage("Dataset Two_v0 has two columns 'Id'. Leave one out.");
    }
  }
}
