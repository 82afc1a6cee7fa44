package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer at a time, for what cannot be made by name and so could be made twice: secrets, and
 * the linked services that hold them. Whoever writes them holds a lease on the landing's container.
 *
 * <p>Confined to one thread.
 */
final class LandingLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LandingLease.class);

  private static final WaitPolicy PATIENCE =
      WaitPolicy.brisk().withTotal(Duration.ofMinutes(5)).withPause(Duration.ofSeconds(5));

  /** A lease ends by itself after a minute; by then it is renewed. */
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private final CloudAccount account;
  private final StorageAccount storage;
  private final String container;
  private final String id;
  private final String holder;
  private Duration taken;
  private boolean waited;

  private LandingLease(CloudAccount account, StorageAccount storage, String container) {
    this.account = account;
    this.storage = storage;
    this.container = container;
    this.id = newId(account);
    this.holder = account.caller().name() + ", since " + account.cloud().time().now();
    this.taken = account.cloud().time().elapsed();
  }

  /**
   * Takes the lease, and waits for whoever holds it.
   *
   * @throws WaitEndedException if they do not let go of it in five minutes; it names them
   */
  static LandingLease take(CloudAccount account, StorageAccount storage, String container) {
    LandingLease lease = new LandingLease(account, storage, container);
    lease.await();
    return lease;
  }

  private void await() {
    String[] other = {""};
    new Waiting(account.cloud().time(), account.cloud().chance())
        .until(
            PATIENCE,
            () -> {
              Optional<String> held = account.storage().takeLease(storage, container, id, holder);
              if (held.isEmpty()) {
                return Optional.of(id);
              }
              if (!held.get().equals(other[0])) {
                other[0] = held.get();
                LOG.info("waiting for another program holder=\"{}\" container={}", other[0], this);
              }
              waited = true;
              return Optional.empty();
            },
            limit -> heldBy(other[0]));
    taken = account.cloud().time().elapsed();
  }

  private Problem heldBy(String other) {
    return Problem.of(
            "connect the application to " + this,
            "another program is doing so: " + other + ".",
            "Apply again when it is done. If it died, its hold ends within a minute.")
        .withCode("LANDING_HELD")
        .withRetry(Problem.Retry.YES)
        .andId("holder", other);
  }

  /** Whether somebody else held it first, and so may have done what was to be done. */
  boolean hasWaited() {
    return waited;
  }

  /** Whether it is still held; a long hold is renewed. */
  boolean isKept() {
    if (account.cloud().time().elapsed().minus(taken).compareTo(RENEWAL) < 0) {
      return true;
    }
    boolean kept = account.storage().takeLease(storage, container, id, holder).isEmpty();
    taken = account.cloud().time().elapsed();
    return kept;
  }

  /** Lets go of it. If that fails, it ends by itself within a minute. */
  @Override
  public void close() {
    try {
      account.storage().releaseLease(storage, container, id);
    } catch (DataConnectException e) {
      LOG.warn(
          "lease not released, it ends within a minute container={} cause={}", this, e.toString());
    }
  }

  private static String newId(CloudAccount account) {
    byte[] random = new byte[16];
    account.cloud().chance().nextBytes(random);
    return UUID.nameUUIDFromBytes(random).toString();
  }

  @Override
  public String toString() {
    return storage.name() + "/" + container;
  }
}
