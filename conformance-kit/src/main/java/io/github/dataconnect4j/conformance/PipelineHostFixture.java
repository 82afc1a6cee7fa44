package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.Landing;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.PipelineHost;
import java.time.Duration;
import java.util.Set;

/**
 * A host under test, and the far side that it talks to.
 *
 * <p>Each behavior uses a landing of its own, so that all of them can share one far side. The far
 * side has messages of the last month, and nobody decides on registrations there but this fixture.
 *
 * <p>The methods that need a {@link Capability} refuse unless they are overridden.
 *
 * @since 0.1.0
 */
public interface PipelineHostFixture {

  /** What host and far side can do. */
  Set<Capability> capabilities();

  /** A new account, as another process would open it. The kit closes it. */
  CloudAccount account();

  /**
   * A host that does not exist yet.
   *
   * @param name a name of lower-case letters and digits
   */
  PipelineHost host(String name);

  /** A host that does not exist yet, whose name is as long as such a name may be. */
  PipelineHost longestNamedHost();

  /** What all names of the kit's begin with: one to eight lower-case letters or digits. */
  default String prefix() {
    return "kit";
  }

  /** A region that fits the mailboxes. */
  Region region();

  /** A member of the tenant who may own applications. */
  String owner();

  /** Has the administrator approve an app's registration as it stands. */
  void approve(String applicationId);

  /** Has the administrator decline it; what was approved before ends with it. */
  void decline(String applicationId, String reason);

  /** How many calls so far could have changed something on the far side. */
  int writes();

  /** How many runs the far side has of a landing's host, counted behind the backend's back. */
  int runs(Landing landing);

  /** How many runs the far side puts on one page of its answers. */
  int runsPerPage();

  /** Takes back all orders and other deeds that could touch the next behavior. */
  void restore();

  /**
   * Needs {@link Capability#TROUBLE}: the next call of that kind that is not spoken for meets it.
   */
  default void order(Call call, Trouble trouble) {
    throw without(Capability.TROUBLE);
  }

  /** Needs {@link Capability#CLOCK}: moves time on. */
  default void advance(Duration duration) {
    throw without(Capability.CLOCK);
  }

  /** Needs {@link Capability#CLOCK}: new runs cannot be seen before they have that age. */
  default void showRunsAfter(Duration age) {
    throw without(Capability.CLOCK);
  }

  /**
   * Needs {@link Capability#HAND}: changes, in each resource of that kind of a landing's host,
   * something that was asked for.
   */
  default void changeByHand(Landing landing, HostResource resource) {
    throw without(Capability.HAND);
  }

  /** Needs {@link Capability#HAND}: whether one of them still has that change. */
  default boolean isChangedByHand(Landing landing, HostResource resource) {
    throw without(Capability.HAND);
  }

  /**
   * Needs {@link Capability#HAND}: adds to each resource of that kind of a landing's host a member
   * that no client knows, at every depth where the far side has such.
   */
  default void addUnknownMembers(Landing landing, HostResource resource) {
    throw without(Capability.HAND);
  }

  /** Needs {@link Capability#HAND}: whether each of them still has all of these. */
  default boolean hasUnknownMembers(Landing landing, HostResource resource) {
    throw without(Capability.HAND);
  }

  /**
   * Needs {@link Capability#HAND}: brings a run into a state that no {@link
   * io.github.dataconnect4j.pipeline.RunStage} stands for.
   *
   * @return the far side's word for it
   */
  default String showUnknownState(Landing landing, String runId) {
    throw without(Capability.HAND);
  }

  /** Needs {@link Capability#HAND}: somebody else cancels a run. */
  default void cancelByHand(Landing landing, String runId) {
    throw without(Capability.HAND);
  }

  /** Needs {@link Capability#HAND}: the app may no longer write to the landing's storage. */
  default void takeSinkRoleAway(Landing landing, String applicationId) {
    throw without(Capability.HAND);
  }

  /**
   * Needs {@link Capability#HAND}: a run that has been started will fail, for a reason that is
   * neither consent nor sink.
   *
   * @return words that the far side gives for it
   */
  default String failRun(Landing landing, String runId) {
    throw without(Capability.HAND);
  }

  private static UnsupportedOperationException without(Capability capability) {
    return new UnsupportedOperationException(
        capability.absence() + ". Override this method, and name the capability.");
  }
}
