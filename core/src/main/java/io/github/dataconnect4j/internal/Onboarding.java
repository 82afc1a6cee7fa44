package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.LandingPlan;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.Person;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from an empty subscription to a registered application. */
public final class Onboarding {

  private static final Logger LOG = LoggerFactory.getLogger(Onboarding.class);

  private final CloudAccount account;

  public Onboarding(CloudAccount account) {
    this.account = account;
  }

  public HandOver switchOnHandOver() {
    return HandOvers.switchOn();
  }

  public LandingPlan plan(Landing landing) {
    return new GroundPlan(new Ground(account, landing).pieces());
  }

  public DataConnectApp register(Registration registration) {
    RegisteredApp app = app(registration, owner(account, registration.landing()).objectId());
    Entry entry = app.entry();
    if (account.registrationPortal().isDataConnectOn().equals(Optional.of(false))) {
      throw new RejectedException(
          Problem.of(
                  "register the app '" + registration.landing().application() + "'",
                  "Data Connect is switched off in tenant " + entry.tenantId() + ".",
                  "Have a Global Administrator switch it on: " + HandOvers.switchOn().link())
              .withCode("DATA_CONNECT_OFF"),
          null);
    }
    boolean stands = account.registrationPortal().register(entry);
    LOG.info(
        "registration applicationId={} datasets={} enteredByHand={}",
        entry.applicationId(),
        entry.datasets().size(),
        !stands);
    return app;
  }

  public DataConnectApp find(Registration registration) {
    // Who owns it matters to registering alone: a nightly program need not be able to look it up.
    return app(registration, "");
  }

  private RegisteredApp app(Registration registration, String ownerId) {
    Landing landing = registration.landing();
    Application application =
        account
            .directory()
            .findApplication(landing.tag(account.subscriptionId()))
            .orElseThrow(() -> missing("application", landing.application(), landing));
    StorageAccount storage =
        account
            .storage()
            .findAccount(landing.resourceGroup(), landing.storage().account())
            .orElseThrow(() -> missing("storage account", landing.storage().account(), landing));
    Entry entry =
        new Entry(
            account.caller().tenantId(),
            application.applicationId(),
            ownerId,
            registration.description(),
            account.subscriptionId(),
            landing.resourceGroup(),
            storage.endpoint(landing.storage().kind()),
            registration.datasets());
    return new RegisteredApp(account, registration, entry, storage);
  }

  private static NotFoundException missing(String kind, String name, Landing landing) {
    return new NotFoundException(
        Problem.of(
            "find the " + kind + " '" + name + "'",
            "it is not in the " + landing + ".",
            "Apply the landing first: dataConnect.plan(landing).apply()."),
        null);
  }

  /**
   * The person who owns a landing's application.
   *
   * @throws IllegalArgumentException if none is named and the caller is no person, or the one named
   *     cannot own it
   */
  static Person owner(CloudAccount account, Landing landing) {
    String named = landing.owner().orElseGet(() -> callerAsOwner(account));
    Person person =
        account
            .directory()
            .findPerson(named)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Owner '"
                            + named
                            + "' is not in the tenant. Give the user principal name of a member."));
    if (person.guest()) {
      throw new IllegalArgumentException(
          "Owner '"
              + named
              + "' is a guest, and Data Connect answers a guest's registration with \"Developer"
              + " email not found\". Give a member of the tenant.");
    }
    return person;
  }

  private static String callerAsOwner(CloudAccount account) {
    CloudAccount.Caller caller = account.caller();
    if (caller.kind() != CloudAccount.Caller.Kind.USER) {
      throw new IllegalArgumentException(
          "The credential is the service principal '"
              + caller.name()
              + "', and only a person can own an app in Data Connect. Name one:"
              + " landing.application(name, owner).");
    }
    return caller.objectId();
  }
}
