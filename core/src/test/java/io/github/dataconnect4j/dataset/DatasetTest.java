package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private final Dataset<Row> messages = Catalog.builtIn().dataset("Message_v1");

  @Nested
  class Columns {

    @Test
    void areSelectedByNameEachOnceInTheOrderOfThePage() {
      Selection<Row> selection = messages.columns("sender", "subject", "sender");

      assertThat(selection.dataset()).isEqualTo(messages);
      assertThat(selection.columns()).containsExactly("subject", "sender");
      assertThat(selection).hasToString("BasicDataSet_v0.Message_v1[subject, sender]");
    }

    @Test
    void areTheSameSelectionInWhateverOrderTheyAreNamed() {
      assertThat(messages.columns("subject", "sender"))
          .isEqualTo(messages.columns("sender", "subject"))
          .hasSameHashCodeAs(messages.columns("sender", "subject"));
    }

    @Test
    void areSelectedByTheirObjects() {
      Selection<Row> selection =
          messages.columns(
              messages.column("sender"), messages.column("subject"), messages.column("sender"));

      assertThat(selection.columns()).containsExactly("subject", "sender");
    }

    @Test
    void areAllSelectedInTheOrderOfThePage() {
      Selection<Row> all = messages.allColumns();

      assertThat(all.columns())
          .hasSize(35)
          .isEqualTo(messages.columns().stream().map(Column::name).toList());
    }

    @Test
    void tellWhatThePageTells() {
      Column<Row, ?> received = messages.column("receivedDateTime");
      Column<Row, ?> sender = messages.column("sender");

      assertThat(received.type()).isEqualTo(ColumnType.DATETIME);
      assertThat(received.isFilterable()).isTrue();
      assertThat(received).hasToString("receivedDateTime:DATETIME");
      assertThat(sender.type()).isEqualTo(ColumnType.OBJECT);
      assertThat(sender.fields()).extracting(Column::name).containsExactly("EmailAddress");
    }

    @Test
    void areRefusedAllAtOnceEachWithTheNearest() {
      assertThatThrownBy(() -> messages.columns("Subject", "sender", "recievedDateTime", "zebra!"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              String.join(
                  System.lineSeparator(),
                  "Dataset BasicDataSet_v0.Message_v1 has no column 'Subject'. Did you mean"
                      + " 'subject'? Column names are case-sensitive.",
                  "Dataset BasicDataSet_v0.Message_v1 has no column 'recievedDateTime'. Did you"
                      + " mean 'receivedDateTime'? Column names are case-sensitive.",
                  "Dataset BasicDataSet_v0.Message_v1 has no column 'zebra!'. Column names are"
                      + " case-sensitive."));
      assertThatThrownBy(() -> messages.column("SENDER"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Did you mean 'sender'?");
    }

    @Test
    void cannotBeNone() {
      assertThatThrownBy(() -> messages.select(Set.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("No column of BasicDataSet_v0.Message_v1 is selected. Name at least one.");
    }
  }

  @Nested
  class DateRules {

    @Test
    void requireAWindowOnAColumnForMail() {
      for (String name : List.of("Message_v1", "SentItem_v1")) {
        DateRule rule = rule(name);
        assertThat(rule.required()).as(name).isTrue();
        assertThat(rule.withoutColumn()).isFalse();
        assertThat(rule.longest()).isEmpty();
        assertThat(rule.columns())
            .containsExactlyInAnyOrder(
                "receivedDateTime", "sentDateTime", "createdDateTime", "lastModifiedDateTime");
      }
    }

    @Test
    void requireAWindowWithoutColumnOfAtMostFiveYearsForCalendarViews() {
      DateRule rule = rule("CalendarView_v0");

      assertThat(rule)
          .isEqualTo(new DateRule(List.of(), true, true, Optional.of(Duration.ofDays(1825))));
      assertThat(rule.takesWindow()).isTrue();
      assertThat(rule("ConferenceRoomCalendar_v0").required()).isFalse();
      assertThat(rule("ConferenceRoomCalendar_v0").longest()).isEqualTo(rule.longest());
    }

    @Test
    void knowNoWindowForPeople() {
      assertThat(rule("User_v1"))
          .isEqualTo(new DateRule(List.of(), false, false, Optional.empty()));
      assertThat(rule("User_v1").takesWindow()).isFalse();
    }

    @Test
    void standOnTheSnapshotDateForSharePoint() {
      Dataset<Row> sites = Catalog.builtIn().dataset("SharePointSites_v1");

      assertThat(sites.dateRule().columns()).containsExactly("SnapshotDate");
      assertThat(sites.dateRule().required()).isFalse();
      assertThat(sites.scopeKind()).isEqualTo(ScopeKind.TENANT);
      assertThat(sites.availability().delay()).contains(Duration.ofDays(2));
      assertThat(sites.availability().retention()).contains(Duration.ofDays(21));
    }

    @Test
    void spellTheirColumnsAsTheDatasetDoes() {
      for (Dataset<Row> dataset : Catalog.builtIn().datasets()) {
        assertThat(dataset.dateRule().columns()).as("%s", dataset).allMatch(dataset::hasColumn);
      }
    }

    private DateRule rule(String dataset) {
      return Catalog.builtIn().dataset(dataset).dateRule();
    }
  }

  @Test
  void isKnownByItsNames() {
    assertThat(messages).hasToString("BasicDataSet_v0.Message_v1");
    assertThat(messages.shortName()).isEqualTo("Message_v1");
    assertThat(messages.page()).isEqualTo("Datasets/data-connect-dataset-message1.md");
    assertThat(messages.isFree()).contains(false);
    assertThat(messages.status()).isEqualTo(DatasetStatus.CURRENT);
    assertThat(Catalog.builtIn().dataset("User_v1").isFree()).contains(true);
    assertThat(Catalog.builtIn().dataset("GroupMembers_v0").scopeKind()).isEqualTo(ScopeKind.GROUP);
    assertThat(Catalog.builtIn().dataset("VivaInsightsDataSet_v0").shortName())
        .isEqualTo("VivaInsightsDataSet_v0");
  }
}
