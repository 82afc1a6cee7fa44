package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.AdministratorScript.Outcome;
import io.github.dataconnect4j.emulator.AdministratorScript.Step;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulator's Global Administrator, who acts by script or when told to.
 *
 * <p>What the portal refuses, it refuses here too, with {@link IllegalStateException} and the
 * portal's own words.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class Administrator {

  private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

  private final String name;
  private final AppRegistrations registrations;
  private final Map<String, Integer> turns = new ConcurrentHashMap<>();

  Administrator(String name, AppRegistrations registrations) {
    this.name = name;
    this.registrations = registrations;
  }

  /** The user principal name. */
  public String name() {
    return name;
  }

  /** Switches Data Connect on for the tenant. */
  public void switchOnDataConnect() {
    registrations.setDataConnectOn();
  }

  /** Switches Data Connect off for the tenant. */
  public void switchOffDataConnect() {
    registrations.setDataConnectOff();
  }

  /**
   * Approves a registration as it stands, for 180 days.
   *
   * @param applicationId the client id of the app
   */
  public void approve(String applicationId) {
    decide(() -> registrations.approve(applicationId, version(applicationId), name));
  }

  /**
   * Declines a registration as it stands; what was approved before ends with it.
   *
   * @param applicationId the client id of the app
   * @param reason what the developer is told
   */
  public void decline(String applicationId, String reason) {
    decide(() -> registrations.decline(applicationId, version(applicationId), name, reason));
  }

  /** Decides by script about what is registered from now on, and nobody else has decided about. */
  void follow(AdministratorScript script, EmulatorTime time) {
    registrations.onRegistered(
        applicationId -> {
          Step step = script.step(turns.merge(applicationId, 1, Integer::sum) - 1);
          if (step.outcome() != Outcome.DOES_NOTHING) {
            String version = version(applicationId);
            time.schedule(step.after(), () -> followNow(step, applicationId, version));
          }
        });
  }

  // The app may be the administrator's own: then there is nothing to decide.
  private void followNow(Step step, String applicationId, String version) {
    try {
      registrations.ifUndecided(
          applicationId,
          version,
          () -> {
            if (step.outcome() == Outcome.APPROVES) {
              approve(applicationId);
            } else {
              decline(applicationId, step.reason());
            }
          });
    } catch (IllegalStateException e) {
      LOG.warn(
          "administrator could not decide applicationId={}: {}", applicationId, e.getMessage());
    }
  }

  private String version(String applicationId) {
    return registrations.find(applicationId).map(AppRegistration::versionText).orElse("");
  }

  private static void decide(Runnable decision) {
    try {
      decision.run();
    } catch (PortalRefusedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
