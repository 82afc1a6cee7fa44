package io.github.dataconnect4j;

import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.internal.Onboarding;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.LandingPlan;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import java.util.Objects;
import java.util.Optional;

/**
 * Microsoft Graph Data Connect, seen from one subscription with one credential.
 *
 * <p>The way leads through it in order: {@link #plan plan} and apply what must exist, {@link
 * #register register} what is to be read, have it approved, start copies, read rows. Every step can
 * be repeated: what stands is found again and left as it is.
 *
 * <p>Opening calls nothing. After {@link #close()} every method answers {@link
 * IllegalStateException}. Every method that calls a service can fail with a {@link
 * DataConnectException}.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class DataConnect implements AutoCloseable {

  private final CloudAccount account;
  private volatile boolean closed;

  private DataConnect(CloudAccount account) {
    this.account = account;
  }

  /** Opens Data Connect on an account, which is closed with it. */
  public static DataConnect open(CloudAccount account) {
    return new DataConnect(Objects.requireNonNull(account, "account"));
  }

  /** Who the credential stands for. */
  public Caller caller() {
    return open().caller();
  }

  /**
   * Whether an administrator has switched Data Connect on for the tenant; empty on Azure, where no
   * call tells.
   */
  public Optional<Boolean> isSwitchedOn() {
    return open().registrationPortal().isDataConnectOn();
  }

  /** What an administrator does to switch Data Connect on. */
  public HandOver switchOnHandOver() {
    return new Onboarding(open()).switchOnHandOver();
  }

  /**
   * Looks which parts of a landing stand.
   *
   * @throws IllegalArgumentException if the landing is incomplete or wrong; every fault is named
   */
  public LandingPlan plan(Landing landing) {
    return new Onboarding(open()).plan(landing.requireValid());
  }

  /**
   * Registers an applied landing's application with Data Connect, or changes its registration.
   *
   * <p>Where a call can do it, as on the emulator, the registration stands on return. On Azure a
   * person must enter it: {@link DataConnectApp#handOver()} has the values.
   *
   * @throws IllegalArgumentException if the registration is incomplete or wrong; every fault is
   *     named
   * @throws NotFoundException if the landing has not been applied
   */
  public DataConnectApp register(Registration registration) {
    return new Onboarding(open()).register(registration.requireValid());
  }

  /**
   * The handle on an application registered before, by whatever process. Registers nothing.
   *
   * @throws NotFoundException if the landing has not been applied
   */
  public DataConnectApp app(Registration registration) {
    return new Onboarding(open()).find(registration.requireValid());
  }

  /** Closes the connections; closing twice is harmless. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      account.close();
    }
  }

  private CloudAccount open() {
    if (closed) {
      throw new IllegalStateException("This DataConnect is closed. Open another.");
    }
    return account;
  }
}
