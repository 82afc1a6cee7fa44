package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linked services that sign in with a client secret.
 *
 * <p>A secret cannot be read back, and nothing keeps two programs from making one each. So: one
 * program at a time, by a {@link LandingLease}; it looks again before it makes a secret; and what
 * was made before and never reached a linked service, because a program died or an answer was lost,
 * is known by its label and removed.
 */
final class SecretConnection {

  private static final Logger LOG = LoggerFactory.getLogger(SecretConnection.class);

  private static final Duration VALIDITY = Duration.ofDays(180);
  private static final Duration MARGIN = Duration.ofDays(1);
  private static final int MOST_TRIES = 3;

  /** How long the directory may take to show what was just written. */
  private static final WaitPolicy REPLICATION = WaitPolicy.brisk().withTotal(Duration.ofMinutes(1));

  /** How long a secret that the linked services name is looked for before it counts as gone. */
  private static final WaitPolicy LATE = WaitPolicy.brisk().withTotal(Duration.ofSeconds(20));

  private final CloudAccount account;
  private final Landing landing;
  private final AppCredential credential;
  private final Pipelines pipelines;

  SecretConnection(CloudAccount account, Landing landing, Pipelines pipelines) {
    this.account = account;
    this.landing = landing;
    this.credential = landing.credential();
    this.pipelines = pipelines;
  }

  /** Whether the linked services stand with a secret that the application still has. */
  boolean stands(Application application, Connections asked) {
    return pipelines.isConnected(asked, credential, keyId -> isGood(application, keyId));
  }

  private boolean isGood(Application application, String keyId) {
    Instant soon = account.cloud().time().now().plus(MARGIN);
    return application.secrets().stream()
        .anyMatch(secret -> secret.keyId().equals(keyId) && secret.expiresAt().isAfter(soon));
  }

  /**
   * Makes a secret and the linked services with it, unless another program has done so meanwhile.
   *
   * @param known the application as it was looked at before
   * @throws WaitEndedException if another program holds the landing for minutes
   */
  void connect(Application known, Connections asked, StorageAccount storage) {
    for (int tries = 1; !isConnected(known, asked, storage); tries++) {
      if (tries == MOST_TRIES) {
        throw new ConflictException(
            Problem.of(
                    "connect the application " + known.applicationId(),
                    "another program took over the landing each time.",
                    "Apply again when it is done.")
                .withCode("LANDING_HELD")
                .withRetry(Problem.Retry.YES),
            null);
      }
    }
  }

  /** One try; false if another program took over in the middle of it. */
  private boolean isConnected(Application known, Connections asked, StorageAccount storage) {
    try (LandingLease lease = LandingLease.take(account, storage, landing.storage().container())) {
      Try now = new Try(lease.hasWaited() ? current(known) : known);
      pipelines.connect(asked, credential, now::isGood, () -> now.signIn(lease));
      return true;
    } catch (TakenOverException another) {
      LOG.info("another program took over, trying again");
      return false;
    }
  }

  /** What is known while the lease is held. Confined to one thread. */
  private final class Try {

    private Application application;
    private String keyId = "";

    Try(Application application) {
      this.application = application;
    }

    /**
     * Whether the secret that the linked services name may still be used. What another program has
     * just made may not show at once; it is looked for before it counts as gone.
     */
    boolean isGood(String named) {
      keyId = named;
      if (named.isEmpty() || SecretConnection.this.isGood(application, named)) {
        return !named.isEmpty();
      }
      boolean lapses =
          application.secrets().stream().anyMatch(secret -> secret.keyId().equals(named));
      return !lapses && isShownLate(named);
    }

    private boolean isShownLate(String named) {
      return awaited(
              () -> {
                application = current(application);
                return Optional.of(application)
                    .filter(now -> SecretConnection.this.isGood(now, named));
              },
              LATE)
          .isPresent();
    }

    SignIn signIn(LandingLease lease) {
      // The one that the linked services name stays: a run that is under way may sign in with it.
      ours(application).stream()
          .filter(secret -> !secret.keyId().equals(keyId))
          .forEach(secret -> account.directory().removeSecret(application, secret.keyId()));
      AddedSecret secret = added(application);
      if (!lease.isKept()) {
        account.directory().removeSecret(application, secret.entry().keyId());
        throw new TakenOverException();
      }
      return new SignIn(credential, Optional.of(secret));
    }
  }

  /** The application as it is now; as it was known before, where the directory lags behind. */
  private Application current(Application known) {
    return account.directory().findApplication(landing.tag(account.subscriptionId())).orElse(known);
  }

  private List<SecretEntry> ours(Application application) {
    return application.secrets().stream().filter(secret -> secret.label().equals(label())).toList();
  }

  /** Adds a secret. Of one whose answer was lost nobody has the value: it is removed. */
  private AddedSecret added(Application application) {
    Set<String> before = keyIds(application);
    for (int tries = 1; ; tries++) {
      try {
        return account.directory().addSecret(application, label(), VALIDITY);
      } catch (OutcomeUnknownException lost) {
        if (tries == MOST_TRIES) {
          throw lost;
        }
        LOG.warn("a secret's answer was lost, adding another cause={}", lost.toString());
        removeLost(application, before);
      }
    }
  }

  // It may have been made and show late; what shows later still is removed by the next apply.
  private void removeLost(Application application, Set<String> before) {
    awaited(
            () -> Optional.of(current(application)).filter(now -> !before.containsAll(keyIds(now))),
            REPLICATION)
        .ifPresent(
            shown ->
                keyIds(shown).stream()
                    .filter(keyId -> !before.contains(keyId))
                    .forEach(keyId -> account.directory().removeSecret(shown, keyId)));
  }

  /** What shows in time; empty if nothing does. */
  private <T> Optional<T> awaited(Waiting.Look<T> look, WaitPolicy policy) {
    try {
      return Optional.of(
          new Waiting(account.cloud().time(), account.cloud().chance())
              .until(policy, look, limit -> Problem.of("see a secret", "it does not show.", "")));
    } catch (WaitEndedException notShown) {
      if (notShown.limit() == WaitEndedException.Limit.INTERRUPTED) {
        throw notShown;
      }
      return Optional.empty();
    }
  }

  private Set<String> keyIds(Application application) {
    return ours(application).stream().map(SecretEntry::keyId).collect(Collectors.toSet());
  }

  private String label() {
    return "dataconnect4j " + landing.host().kind() + " " + landing.host().name();
  }

  /** Another program holds the lease now. */
  private static final class TakenOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakenOverException() {
      super("taken over", null, false, false);
    }
  }
}
