package io.github.dataconnect4j.emulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ObservationsTest {

  private final Observations observations = new Observations();
  private final Logger log = (Logger) LoggerFactory.getLogger(Behavior.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
  }

  @Test
  void anAssumedBehaviorIsLoggedAtItsFirstUseOnly() {
    observations.note(CopyBehavior.NO_ROWS_NO_FILE);
    observations.note(CopyBehavior.NO_ROWS_NO_FILE);

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "assumed, not documented: service=runs behavior=NO_ROWS_NO_FILE text=\"A run without"
                + " rows writes its metadata only.\" because no page tells what it writes");
  }

  @Test
  void aDocumentedBehaviorIsNotLogged() {
    observations.note(CopyBehavior.RULE_SCOPE);

    assertThat(lines.list).isEmpty();
  }
}
