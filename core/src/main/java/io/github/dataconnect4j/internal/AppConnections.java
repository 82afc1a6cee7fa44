package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.AppCredential.KeyVaultSecret;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last pieces of a landing: what the application signs in with, and the linked services. */
final class AppConnections {

  private static final Logger LOG = LoggerFactory.getLogger(AppConnections.class);
  private static final Duration SECRET_VALIDITY = Duration.ofDays(180);
  private static final Duration MARGIN = Duration.ofDays(1);

  private final CloudAccount account;
  private final Landing landing;
  private final AppCredential credential;
  private final Pipelines pipelines;
  private final Supplier<Optional<Application>> app;
  private final Supplier<Optional<StorageAccount>> storage;

  /**
   * @param storage the landing's storage account, once the host stands too
   */
  AppConnections(
      CloudAccount account,
      Landing landing,
      Pipelines pipelines,
      Supplier<Optional<Application>> app,
      Supplier<Optional<StorageAccount>> storage) {
    this.account = account;
    this.landing = landing;
    this.credential = landing.credential();
    this.pipelines = pipelines;
    this.app = app;
    this.storage = storage;
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    if (credential instanceof Certificate certificate) {
      pieces.add(registration(certificate));
    }
    String to = "to Microsoft 365 and " + landing.storage().account();
    pieces.add(
        new Piece(
            "connections",
            credential instanceof KeyVaultSecret ? to + ", by " + credential : to,
            this::stand,
            this::connect));
    return pieces;
  }

  private Piece registration(Certificate certificate) {
    return new Piece(
        "certificate of the app",
        certificate.thumbprint(),
        () -> {
          requireValid(certificate);
          return app.get()
              .filter(found -> found.thumbprints().contains(certificate.thumbprint()))
              .isPresent();
        },
        () -> account.directory().addCertificate(app.get().orElseThrow(), certificate, label()));
  }

  private void requireValid(Certificate certificate) {
    Instant end = certificate.x509().getNotAfter().toInstant();
    if (!end.isAfter(soon())) {
      throw new RejectedException(
          Problem.of(
                  "use the " + certificate,
                  "it is valid until " + end + " only.",
                  "Give the landing a newer one.")
              .withCode("CERTIFICATE_EXPIRED"),
          null);
    }
  }

  // A secret cannot be read back. The connections tell which one they were made with, and they
  // stand as long as the application still has that one.
  private boolean stand() {
    Optional<Application> found = app.get();
    Optional<StorageAccount> target = storage.get();
    if (found.isEmpty() || target.isEmpty()) {
      return false;
    }
    Instant soon = soon();
    return pipelines.isConnected(
        connections(found.get(), target.get()),
        credential,
        keyId ->
            found.get().secrets().stream()
                .anyMatch(
                    secret -> secret.keyId().equals(keyId) && secret.expiresAt().isAfter(soon)));
  }

  private void connect() {
    Application found = app.get().orElseThrow();
    Connections asked = connections(found, storage.get().orElseThrow());
    pipelines.connect(asked, new SignIn(credential, secret(found)));
    if (credential instanceof KeyVaultSecret) {
      LOG.info(
          "no secret was made; runs take the {}: put a client secret of application={} there, and"
              + " let the managed identity of the {} '{}' get secrets in that vault",
          credential,
          found.applicationId(),
          landing.host().kind(),
          landing.host().name());
    }
  }

  private Optional<AddedSecret> secret(Application found) {
    return credential.takesClientSecret()
        ? Optional.of(account.directory().addSecret(found, label(), SECRET_VALIDITY))
        : Optional.empty();
  }

  private Connections connections(Application found, StorageAccount to) {
    return Ground.connections(account, landing, found.applicationId(), to);
  }

  private String label() {
    return "dataconnect4j " + landing.host().name();
  }

  private Instant soon() {
    return account.cloud().time().now().plus(MARGIN);
  }
}
