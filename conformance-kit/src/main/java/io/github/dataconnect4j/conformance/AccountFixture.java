package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.CloudAccount;
import java.time.Duration;
import java.util.Set;

/**
 * An account under test, and the far side that it talks to: what every fixture has.
 *
 * <p>Each behavior uses names of its own, so that all of them can share one far side.
 *
 * <p>The methods that need a {@link Capability} refuse unless they are overridden.
 *
 * @since 0.1.0
 */
public interface AccountFixture {

  /** What backend and far side can do. */
  Set<Capability> capabilities();

  /** A new account, as another process would open it. The kit closes it. */
  CloudAccount account();

  /** What all names of the kit's begin with: one to eight lower-case letters or digits. */
  default String prefix() {
    return "kit";
  }

  /** A region that fits the mailboxes. */
  Region region();

  /** The user principal name of a member of the tenant who may own applications. */
  String owner();

  /** How many calls so far could have changed something on the far side. */
  int writes();

  /** Takes back all orders and other deeds that could touch the next behavior. */
  void restore();

  /**
   * Needs {@link Capability#TROUBLE}: the next call of that kind that is not spoken for meets it.
   */
  default void order(Call call, Trouble trouble) {
    throw Capability.TROUBLE.missing();
  }

  /** Needs {@link Capability#CLOCK}: moves time on. */
  default void advance(Duration duration) {
    throw Capability.CLOCK.missing();
  }
}
