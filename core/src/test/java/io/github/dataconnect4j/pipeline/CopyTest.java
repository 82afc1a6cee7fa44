package io.github.dataconnect4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CopyTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

  private final Copy<Row> messages =
      Copy.of(dataset("Message_v1")).where("receivedDateTime").from(START).until(END);
  private final Copy<Row> events = Copy.of(dataset("CalendarView_v0")).from(START).until(END);
  private final Copy<Row> users = Copy.of(dataset("User_v1"));
  private final Copy<Row> sites =
      Copy.of(dataset("SharePointSites_v1")).where("SnapshotDate").from(START).until(START);
  private final Copy<Row> chats = Copy.of(dataset("TeamChat_v2"));

  @Test
  void hasNoFaultsWhereNothingIsWrong() {
    assertThat(messages.faults()).isEmpty();
    assertThat(events.faults()).isEmpty();
    assertThat(users.faults()).isEmpty();
    assertThat(sites.faults()).as("start equals end: all of that day").isEmpty();
    assertThat(chats.faults()).as("a window may be left out").isEmpty();
    assertThat(Copy.of(dataset("ConferenceRoomCalendar_v0")).faults()).isEmpty();
    assertThat(users.withScope(Scope.groups("aaaaaaaa-0000-4000-8000-000000000001")).faults())
        .isEmpty();
  }

  @Test
  void stepsLeaveTheCopyTheyStartFromAsItIs() {
    Copy<Row> other =
        messages.where("sentDateTime").from(START.plusSeconds(1)).until(END.plusSeconds(1));

    assertThat(messages.dateColumn()).contains("receivedDateTime");
    assertThat(messages.start()).contains(START);
    assertThat(messages.end()).contains(END);
    assertThat(messages.selection()).isEmpty();
    assertThat(messages.scope()).isEmpty();
    assertThat(other.dateColumn()).contains("sentDateTime");
    assertThat(messages)
        .hasToString(
            "copy of BasicDataSet_v0.Message_v1 where receivedDateTime from 2026-01-01T00:00:00Z"
                + " until 2026-02-01T00:00:00Z");
  }

  @Test
  void takesOnlyColumnsOfItsDataset() {
    assertThatThrownBy(() -> users.withColumns(dataset("Message_v1").columns("subject")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The columns are of BasicDataSet_v0.Message_v1")
        .hasMessageContaining("the copy is of BasicDataSet_v0.User_v1");
  }

  @Nested
  class ItsFault {

    @Test
    void isARequiredWindowThatIsMissing() {
      assertOnlyFault(
          Copy.of(dataset("Message_v1")), "window on one of [receivedDateTime", "none is given");
      assertOnlyFault(
          Copy.of(dataset("Message_v1")).from(START).until(END), "one of", "Add where(…)");
      assertOnlyFault(
          Copy.of(dataset("CalendarView_v0")), "lacks its start and end", "Add from(…) and until");
    }

    @Test
    void isHalfAWindow() {
      Copy<Row> bare = Copy.of(dataset("Message_v1")).where("receivedDateTime");

      assertOnlyFault(bare, "lacks its start and end");
      assertOnlyFault(bare.from(START), "lacks its end");
      assertOnlyFault(bare.until(END), "lacks its start.");
      assertOnlyFault(Copy.of(dataset("ConferenceRoomCalendar_v0")).from(START), "lacks its end");
    }

    @Test
    void isAColumnThatIsNoFilter() {
      assertOnlyFault(
          messages.where("subject"), "cannot be filtered by 'subject'", "[receivedDateTime");
      assertOnlyFault(messages.where("ReceivedDateTime"), "by 'ReceivedDateTime'");
    }

    @Test
    void isAColumnWhereTheWindowStandsOnNone() {
      assertOnlyFault(
          events.where("createdDateTime"), "without a column", "'createdDateTime'", "Leave out");
    }

    @Test
    void isAWindowWhereThereIsNone() {
      assertOnlyFault(users.from(START).until(END), "takes no window: leave out from(…)");
      assertOnlyFault(
          users.where("createdDateTime"), "takes no window: leave out where(…), from(…)");
    }

    @Test
    void isAWindowWithoutItsColumn() {
      assertOnlyFault(
          chats.from(START).until(END), "a window without its column", "[CreatedDateTime");
    }

    @Test
    void isAWindowThatDoesNotEndAfterItsStart() {
      assertOnlyFault(
          messages.until(START), "ends at 2026-01-01T00:00:00Z", "is not after its start");
      assertOnlyFault(messages.until(START.minusSeconds(1)), "is not after its start");
      assertOnlyFault(sites.until(START.minusSeconds(1)), "is not after its start");
      assertOnlyFault(events.until(START), "is not after its start");
    }

    @Test
    void isAWindowLongerThanTheDatasetTakes() {
      Instant longest = START.plus(Duration.ofDays(1825));

      assertThat(events.until(longest).faults()).isEmpty();
      assertOnlyFault(
          events.until(longest.plusSeconds(1)),
          "from 2026-01-01T00:00:00Z until 2030-12-31T00:00:01Z",
          "longer than 1825 days",
          "Make several copies");
    }

    @Test
    void isAScopeOnTheWholeTenant() {
      assertOnlyFault(
          sites.withScope(Scope.groups("aaaaaaaa-0000-4000-8000-000000000001")),
          "covers the whole tenant and takes no scope",
          "Leave out withScope");
      assertThat(sites.withScope(Scope.everyone()).faults()).isEmpty();
    }

    @Test
    void comesWithAllTheOthers() {
      assertThat(
              events
                  .where("createdDateTime")
                  .until(START.minusSeconds(1))
                  .withScope(Scope.everyone())
                  .faults())
          .hasSize(2);
      assertThat(
              sites
                  .where("Id")
                  .until(START.minusSeconds(1))
                  .withScope(
                      Scope.filter("https://graph.microsoft.com/v1.0/users?$filter=a eq 'b'"))
                  .faults())
          .satisfiesExactly(
              column -> assertThat(column).contains("cannot be filtered by 'Id'"),
              window -> assertThat(window).contains("is not after its start"),
              scope -> assertThat(scope).contains("takes no scope"));
      assertThat(Copy.of(dataset("Message_v1")).from(END).until(START).faults())
          .satisfiesExactly(
              window -> assertThat(window).contains("is not after its start"),
              column -> assertThat(column).contains("none is given"));
    }

    private void assertOnlyFault(Copy<?> copy, String... parts) {
      assertThat(copy.faults()).hasSize(1).first().asString().contains(parts);
      assertThat(copy.faults().get(0)).contains(copy.dataset().name());
    }
  }

  private static Dataset<Row> dataset(String name) {
    return Catalog.builtIn().dataset(name);
  }
}
