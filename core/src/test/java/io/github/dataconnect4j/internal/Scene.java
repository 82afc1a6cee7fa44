package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.time.HandMovedTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A fake account, Data Connect opened on it, and what the tests of the flow ask of it. */
final class Scene {

  static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");
  static final Dataset<Row> USERS = Catalog.builtIn().dataset("User_v1");
  static final URI DATA_LAKE = URI.create("https://mgdcdata.dfs.core.windows.net/");
  static final URI ENDPOINT = URI.create("https://mgdcdata.blob.core.windows.net/");

  final FakeAccount account = new FakeAccount();
  final DataConnect dataConnect = DataConnect.open(account);
  final Landing landing =
      Landing.in("m365-rg", Region.WEST_EUROPE)
          .application("email-metrics")
          .storage(BlobContainer.named("mgdcdata", "m365").under("mail"))
          .host(FakeAccount.host("m365-to-storage"));

  Registration mail() {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(MESSAGES.columns("sender", "receivedDateTime"))
        .reads(USERS.columns("id"));
  }

  /** The same landing with a data lake for its storage. */
  Landing inDataLake() {
    return landing.storage(BlobContainer.inDataLake("mgdcdata", "m365").under("mail"));
  }

  /** The same registration, delivered to the data lake. */
  Registration mailInDataLake() {
    return Registration.of(inDataLake())
        .describedAs(mail().description())
        .reads(MESSAGES.columns("sender", "receivedDateTime"));
  }

  DataConnectApp registered() {
    return registered(mail());
  }

  DataConnectApp registered(Registration registration) {
    dataConnect.plan(registration.landing()).apply();
    return dataConnect.register(registration);
  }

  /** Registered and approved, with the writes so far forgotten. */
  DataConnectApp approved() {
    DataConnectApp app = registered();
    decide(app, Decision.APPROVED, app.registration().datasets());
    account.writes.clear();
    return app;
  }

  /** Puts a decision into the log, as of now. */
  void decide(DataConnectApp app, Decision decision, List<AuthorizedDataset> datasets) {
    decide(app, decision, datasets, ENDPOINT);
  }

  void decide(
      DataConnectApp app, Decision decision, List<AuthorizedDataset> datasets, URI destination) {
    account.decision =
        () -> Optional.of(decision(app, decision, datasets, HandMovedTime.START, destination));
  }

  static Authorization decision(
      DataConnectApp app, Decision decision, List<AuthorizedDataset> datasets, Instant at) {
    return decision(app, decision, datasets, at, ENDPOINT);
  }

  private static Authorization decision(
      DataConnectApp app,
      Decision decision,
      List<AuthorizedDataset> datasets,
      Instant at,
      URI destination) {
    return new Authorization(
        app.applicationId(),
        FakeAccount.TENANT,
        "1",
        decision,
        Optional.of("gus@contoso.com"),
        Optional.of(at),
        decision == Decision.APPROVED
            ? Optional.of(at.plus(Authorization.VALIDITY))
            : Optional.empty(),
        destination,
        FakeAccount.TENANT,
        datasets);
  }

  static Copy<Row> lastMonth() {
    return Copy.of(MESSAGES)
        .where("receivedDateTime")
        .from(HandMovedTime.START.minus(Duration.ofDays(30)))
        .until(HandMovedTime.START);
  }

  static AuthorizedDataset messages(Scope scope, String first, String... more) {
    return new AuthorizedDataset(MESSAGES.columns(first, more), scope);
  }
}
