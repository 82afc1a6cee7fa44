package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RegistrationPortal} must do that can register an app by itself; one that sends
 * a person to Microsoft's web page has nothing to show here. Its author writes a class that extends
 * this one and gives it a {@link ConsentFixture}.
 *
 * <p>One test runs at a time.
 *
 * @since 0.1.0
 */
public abstract class RegistrationPortalContract extends AccountContract<ConsentFixture> {

  /** For subclasses. */
  protected RegistrationPortalContract() {}

  /** The portal under test. Asked for once by each behavior. */
  @Override
  protected abstract ConsentFixture fixture();

  @Test
  void registersAnAppOnce() {
    Entry entry = enrollment().entry("sender");
    int before = far.writes();
    assertThat(portal().register(entry)).isTrue();
    int writes = far.writes();
    assertThat(writes).isGreaterThan(before);

    assertThat(portal().register(entry)).isTrue();

    assertThat(far.writes()).isEqualTo(writes);
  }

  @Test
  void changesARegistration() {
    Enrollment enrollment = enrollment();
    portal().register(enrollment.entry("sender"));

    Entry changed = enrollment.entry("receivedDateTime");
    assertThat(portal().register(changed)).isTrue();

    far.approve(changed.applicationId());
    assertThat(account.consentLog().lastDecision(changed.applicationId()))
        .map(Authorization::datasets)
        .contains(changed.datasets());
  }

  @Test
  void doesNotSayThatDataConnectIsOnWhenItIsOff() {
    far.switchOffDataConnect();

    assertThat(portal().isDataConnectOn()).isNotEqualTo(Optional.of(true));
  }

  private RegistrationPortal portal() {
    return account.registrationPortal();
  }

  private Enrollment enrollment() {
    return Enrollment.of(account, storage(StorageKind.BLOB), name, far.owner());
  }
}
