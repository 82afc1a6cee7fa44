package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.github.dataconnect4j.spi.ConsentLog} must do. Its author writes a class that
 * extends this one and gives it a {@link ConsentFixture}.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class ConsentLogContract extends AccountContract<ConsentFixture> {

  /** For subclasses. */
  protected ConsentLogContract() {}

  /** The log under test. Asked for once by each behavior. */
  @Override
  protected abstract ConsentFixture fixture();

  @Test
  void tellsNothingWhereNobodyHasDecided() {
    assertThat(lastDecision(registered())).isEmpty();
  }

  @Test
  void tellsWhatWasApproved() {
    Entry entry = registered();

    far.approve(entry.applicationId());

    Authorization found = lastDecision(entry).orElseThrow();
    assertThat(found.applicationId()).isEqualTo(entry.applicationId());
    assertThat(found.decision()).isEqualTo(Decision.APPROVED);
    assertThat(found.destination()).isEqualTo(entry.destination());
    assertThat(found.datasets()).isEqualTo(entry.datasets());
    assertThat(found.expiresAt().orElseThrow()).isAfter(found.decidedAt().orElseThrow());
  }

  @Test
  void tellsThatItWasDeclined() {
    Entry entry = registered();

    far.decline(entry.applicationId(), "Not now");

    assertThat(lastDecision(entry)).map(Authorization::decision).contains(Decision.DENIED);
  }

  @Test
  void tellsTheLastDecision() {
    Entry entry = registered();

    far.decline(entry.applicationId(), "Not now");
    if (far.capabilities().contains(Capability.CLOCK)) {
      far.advance(Duration.ofSeconds(1)); // where time passes by itself, it has
    }
    far.approve(entry.applicationId());

    assertThat(lastDecision(entry)).map(Authorization::decision).contains(Decision.APPROVED);
  }

  @Test
  void saysThatItMayNotReadTheLog() {
    Entry entry = registered();

    far.forbidAuditLog();

    assertThatThrownBy(() -> lastDecision(entry))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining(entry.applicationId());
  }

  private Entry registered() {
    Entry entry =
        Enrollment.of(account, storage(StorageKind.BLOB), name, far.owner())
            .entry("sender", "receivedDateTime");
    account.registrationPortal().register(entry);
    return entry;
  }

  private Optional<Authorization> lastDecision(Entry entry) {
    return account.consentLog().lastDecision(entry.applicationId());
  }
}
