package io.github.dataconnect4j.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.consent.ConsentState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentLifeTest {

  /** The whole drawing; a dash is no arrow. */
  private static final String TABLE =
      """
      from                  REGISTERED            APPROVED DECLINED EDITED                LAPSED           DELETED
      PENDING_AUTHORIZATION -                     APPROVED DENIED   PENDING_AUTHORIZATION -                DELETED
      APPROVED              -                     APPROVED DENIED   UPDATE_AVAILABLE      EXPIRED          DELETED
      DENIED                -                     APPROVED DENIED   UPDATE_AVAILABLE      -                DELETED
      EXPIRED               -                     APPROVED DENIED   UPDATE_AVAILABLE      -                DELETED
      UPDATE_AVAILABLE      -                     APPROVED DENIED   UPDATE_AVAILABLE      UPDATE_AVAILABLE DELETED
      DELETED               PENDING_AUTHORIZATION -        -        -                     -                -
      """;

  @Test
  void onlyTheDrawnArrowsHappen() {
    List<String> pairs = new ArrayList<>();
    for (ConsentState state : ConsentState.values()) {
      for (ConsentEvent event : ConsentEvent.values()) {
        pairs.add(
            state
                + " "
                + event
                + " "
                + ConsentLife.next(state, event).map(ConsentState::name).orElse("-"));
      }
    }

    assertThat(pairs).hasSize(36).containsExactlyInAnyOrderElementsOf(drawn());
  }

  private static List<String> drawn() {
    List<String> lines = TABLE.lines().toList();
    String[] events = lines.get(0).split(" +", -1);
    List<String> pairs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(" +", -1);
      for (int i = 1; i < cells.length; i++) {
        pairs.add(cells[0] + " " + events[i] + " " + cells[i]);
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @CsvSource({
    "DELETED, APPROVED, App registration not found. It is possible someone deleted this app.",
    "DELETED, DECLINED, App registration not found. It is possible someone deleted this app.",
    "DELETED, EDITED, App registration not found. It is possible someone deleted this app.",
    "DELETED, DELETED, App registration not found. It is possible someone deleted this app.",
    "DELETED, LAPSED, No approval is left that could lapse.",
    "EXPIRED, REGISTERED, The app is registered already (Expired).",
    "DENIED, LAPSED, No approval is in force that could lapse (Denied).",
  })
  void whatCannotHappenIsRefusedInMicrosoftsWordsWhereTheyAreKnown(
      ConsentState state, ConsentEvent event, String words) {
    assertThatThrownBy(() -> ConsentLife.after(state, event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(words);
  }
}
