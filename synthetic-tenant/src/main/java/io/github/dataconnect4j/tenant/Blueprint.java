package io.github.dataconnect4j.tenant;

import io.github.dataconnect4j.cloud.OfficeRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a synthetic tenant is to be like.
 *
 * <p>Immutable.
 *
 * @param tenantId the tenant's id
 * @param domain the domain of its principal names, such as {@code contoso.example}
 * @param region where its mailboxes are
 * @param until the end of the time that the data is of
 * @param period how long that time is
 * @param seed what everything follows from: the same blueprint makes the same bytes
 * @param users how many members with a mailbox
 * @param messagesPerUser how many messages each mailbox has; there is about one chat message for
 *     every two of them, one event for every five, one contact for every ten
 * @param outsiders people whose data Data Connect does not extract
 * @since 0.1.0
 */
public record Blueprint(
    String tenantId,
    String domain,
    OfficeRegion region,
    Instant until,
    Duration period,
    long seed,
    int users,
    int messagesPerUser,
    Outsiders outsiders) {

  public Blueprint {
    Objects.requireNonNull(tenantId, "tenantId");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(outsiders, "outsiders");
    requireAtLeast("users", users, 1);
    requireAtLeast("messagesPerUser", messagesPerUser, 0);
    if (period.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "period " + period + " is too short for working days. Give at least PT24H.");
    }
  }

  /** 25 users with 100 messages each, of the 60 days before an instant; seed 1, no outsiders. */
  public static Blueprint of(String tenantId, String domain, OfficeRegion region, Instant until) {
    return new Blueprint(
        tenantId, domain, region, until, Duration.ofDays(60), 1, 25, 100, new Outsiders(0, 0, 0));
  }

  public Blueprint withSeed(long next) {
    return new Blueprint(
        tenantId, domain, region, until, period, next, users, messagesPerUser, outsiders);
  }

  public Blueprint withSize(int nextUsers, int nextMessagesPerUser) {
    return new Blueprint(
        tenantId, domain, region, until, period, seed, nextUsers, nextMessagesPerUser, outsiders);
  }

  public Blueprint withPeriod(Duration next) {
    return new Blueprint(
        tenantId, domain, region, until, next, seed, users, messagesPerUser, outsiders);
  }

  public Blueprint withOutsiders(Outsiders next) {
    return new Blueprint(
        tenantId, domain, region, until, period, seed, users, messagesPerUser, next);
  }

  private static void requireAtLeast(String field, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          field + " " + value + " is too small. Give at least " + least + ".");
    }
  }

  /**
   * People in the directory beside the users; they have no mail.
   *
   * @param guests of other tenants
   * @param disabled whose account is disabled
   * @param onPremises whose mailbox is on a server of the company
   */
  public record Outsiders(int guests, int disabled, int onPremises) {

    public Outsiders {
      requireAtLeast("guests", guests, 0);
      requireAtLeast("disabled", disabled, 0);
      requireAtLeast("onPremises", onPremises, 0);
    }

    int count() {
      return guests + disabled + onPremises;
    }
  }
}
