package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.AppCredential.KeyVaultSecret;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last pieces of a landing: what the application signs in with, and the linked services. */
final class AppConnections {

  private static final Logger LOG = LoggerFactory.getLogger(AppConnections.class);
  private static final Duration MARGIN = Duration.ofDays(1);

  private final CloudAccount account;
  private final Landing landing;
  private final AppCredential credential;
  private final Pipelines pipelines;
  private final SecretConnection bySecret;

  AppConnections(CloudAccount account, Landing landing, Pipelines pipelines) {
    this.account = account;
    this.landing = landing;
    this.credential = landing.credential();
    this.pipelines = pipelines;
    this.bySecret = new SecretConnection(account, landing, pipelines);
  }

  List<Piece<?>> pieces(Needs needs) {
    List<Piece<?>> pieces = new ArrayList<>();
    if (credential instanceof Certificate certificate) {
      requireValid(certificate);
      pieces.add(registration(certificate, needs));
    }
    pieces.add(connections(needs));
    return pieces;
  }

  private Piece<String> registration(Certificate certificate, Needs needs) {
    String thumbprint = certificate.thumbprint();
    return new Piece<>(
        "certificate of the app",
        thumbprint,
        List.of(needs.application),
        survey ->
            Finding.when(
                survey.get(needs.application).thumbprints().contains(thumbprint),
                thumbprint,
                "the application does not have it"),
        survey -> {
          requireValid(certificate);
          account
              .directory()
              .addCertificate(
                  survey.get(needs.application),
                  certificate,
                  "dataconnect4j " + landing.host().name());
          return thumbprint;
        });
  }

  private void requireValid(Certificate certificate) {
    Instant end = certificate.x509().getNotAfter().toInstant();
    if (!end.isAfter(account.cloud().time().now().plus(MARGIN))) {
      throw new RejectedException(
          Problem.of(
                  "use the " + certificate,
                  "it is valid until " + end + " only.",
                  "Give the landing a newer one.")
              .withCode("CERTIFICATE_EXPIRED"),
          null);
    }
  }

  // Linked services are the last to be made: on a host, to a storage account.
  private Piece<Connections> connections(Needs needs) {
    String to = "to Microsoft 365 and " + landing.storage().account();
    return new Piece<>(
        "connections",
        credential instanceof KeyVaultSecret ? to + ", by " + credential : to,
        List.of(needs.application, needs.storage, needs.container, needs.host),
        survey -> {
          Connections asked = asked(survey, needs);
          return credential.takesClientSecret()
              ? Finding.when(
                  bySecret.stands(survey.get(needs.application), asked),
                  asked,
                  "not as asked for, or their secret is gone or lapses within a day")
              : Finding.when(
                  pipelines.isConnected(asked, credential, keyId -> false),
                  asked,
                  "not as asked for");
        },
        survey -> {
          Connections asked = asked(survey, needs);
          if (credential.takesClientSecret()) {
            bySecret.connect(survey.get(needs.application), asked, survey.get(needs.storage));
          } else {
            connect(asked);
          }
          return asked;
        });
  }

  private Connections asked(Survey survey, Needs needs) {
    return Ground.connections(
        account, landing, survey.get(needs.application).applicationId(), survey.get(needs.storage));
  }

  private void connect(Connections asked) {
    pipelines.connect(asked, new SignIn(credential, Optional.empty()));
    if (credential instanceof KeyVaultSecret) {
      LOG.info(
          "no secret was made; runs take the {}: put a client secret of application={} there, and"
              + " let the managed identity of the {} '{}' get secrets in that vault",
          credential,
          asked.applicationId(),
          landing.host().kind(),
          landing.host().name());
    }
  }

  /**
   * What the connections stand on.
   *
   * @param application who signs in
   * @param storage where data goes
   * @param container where in it; it is leased while the connections are made
   * @param host where they are
   */
  record Needs(
      Piece<Application> application,
      Piece<StorageAccount> storage,
      Piece<String> container,
      Piece<String> host) {}
}
