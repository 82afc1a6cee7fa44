package org.example.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRunner;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The three interfaces, mocked: this needs core alone. */
class MockTest {

  private final DataConnectApp app = mock(DataConnectApp.class);
  private final ConsentRequest consent = mock(ConsentRequest.class);
  private final PipelineRunner runner = mock(PipelineRunner.class);

  // region mock
  @Test
  void nothingIsStartedBeforeTheApproval() {
    when(app.consent()).thenReturn(consent);
    when(app.runner()).thenReturn(runner);
    when(consent.isApproved()).thenReturn(false);

    assertFalse(new NightlyMail(app).startedFor(Instant.parse("2026-03-01T00:00:00Z")));

    verify(runner, never()).start(any());
  }

  // endregion

  @Test
  void anApprovedAppStartsTheDay() {
    Instant day = Instant.parse("2026-03-01T00:00:00Z");
    when(app.consent()).thenReturn(consent);
    when(app.runner()).thenReturn(runner);
    when(consent.isApproved()).thenReturn(true);

    assertTrue(new NightlyMail(app).startedFor(day));

    verify(runner).start(argThat(copy -> copy.start().equals(Optional.of(day))));
  }

  @Test
  void whatIsThrownIsOnesOwn() {
    when(app.consent()).thenThrow(new IllegalStateException("closed"));

    assertThrows(IllegalStateException.class, () -> new NightlyMail(app).startedFor(Instant.EPOCH));
  }
}
