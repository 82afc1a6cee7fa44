package io.github.dataconnect4j.authorization;

import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.Selection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands decided about one registered app: the shape of a consent in Microsoft's audit log.
 *
 * <p>Source: the {@code MicrosoftGraphDataConnectConsent} record of the Office 365 Management
 * Activity API schema.
 *
 * <p>Immutable.
 *
 * @param applicationId the client id of the app
 * @param registrationTenantId the tenant that the app is registered in
 * @param version the registration that the decision speaks of
 * @param decision what was decided
 * @param approver who decided; empty while nobody has
 * @param decidedAt when; empty while nobody has
 * @param expiresAt when an approval lapses; empty unless approved
 * @param destination the storage account that data may be delivered to, any container and folder of
 *     it
 * @param destinationTenantId the tenant of that account
 * @param datasets what may be read
 * @since 0.1.0
 */
public record Authorization(
    String applicationId,
    String registrationTenantId,
    String version,
    Decision decision,
    Optional<String> approver,
    Optional<Instant> decidedAt,
    Optional<Instant> expiresAt,
    URI destination,
    String destinationTenantId,
    List<AuthorizedDataset> datasets) {

  /** How long an approval lasts: 180 days. Source: {@code app-authorization.md} (2024-11-07). */
  public static final Duration VALIDITY = Duration.ofDays(180);

  public Authorization {
    datasets = List.copyOf(datasets);
  }

  /** What an administrator decided. */
  public enum Decision {
    /** Nobody has decided yet. */
    PENDING,
    APPROVED,
    DENIED
  }

  /** Whether an approval has lapsed: from the very instant of its expiry on. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }

  /**
   * One dataset of an authorization.
   *
   * @param selection the dataset and the columns that may be read
   * @param scope whose data
   */
  public record AuthorizedDataset(Selection<?> selection, Scope scope) {
    public AuthorizedDataset {
      Objects.requireNonNull(selection, "selection");
      Objects.requireNonNull(scope, "scope");
    }
  }
}
