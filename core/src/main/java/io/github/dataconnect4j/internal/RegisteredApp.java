package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.PipelineRunner;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;

/** The handle on a registered application. */
final class RegisteredApp implements DataConnectApp {

  private final CloudAccount account;
  private final Registration registration;
  private final Entry entry;
  private final StorageAccount storage;

  RegisteredApp(
      CloudAccount account, Registration registration, Entry entry, StorageAccount storage) {
    this.account = account;
    this.registration = registration;
    this.entry = entry;
    this.storage = storage;
  }

  /** What is registered, or to be registered. */
  Entry entry() {
    return entry;
  }

  @Override
  public String applicationId() {
    return entry.applicationId();
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public boolean isRegisteredByHand() {
    return account.cloud().portal().isEmpty();
  }

  @Override
  public HandOver handOver() {
    return HandOvers.registration(entry);
  }

  @Override
  public ConsentRequest consent() {
    return new LoggedConsent(account, entry).refresh();
  }

  @Override
  public PipelineRunner runner() {
    return new HostedRunner(account, registration, entry, storage);
  }

  @Override
  public String toString() {
    return "app " + registration.landing().application() + " (" + applicationId() + ")";
  }
}
