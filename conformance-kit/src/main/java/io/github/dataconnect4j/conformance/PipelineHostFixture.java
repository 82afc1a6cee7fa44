package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.PipelineHost;
import java.time.Duration;
import java.util.List;

/**
 * A host under test, and the far side that it talks to.
 *
 * <p>Each behavior uses a landing of its own, so that all of them can share one far side. The far
 * side has messages of the last month: some came at different times, and one at least was changed
 * after it came. Nobody decides on registrations there but this fixture.
 *
 * <p>The methods that need a {@link Capability} refuse unless they are overridden.
 *
 * @since 0.1.0
 */
public interface PipelineHostFixture extends AccountFixture {

  /**
   * A host that does not exist yet.
   *
   * @param name a name of lower-case letters and digits
   */
  PipelineHost host(String name);

  /** A host that does not exist yet, whose name is as long as such a name may be. */
  PipelineHost longestNamedHost();

  /** Has the administrator approve an app's registration as it stands. */
  void approve(String applicationId);

  /** Has the administrator decline it; what was approved before ends with it. */
  void decline(String applicationId, String reason);

  /** How many runs the far side has of a landing's host, counted behind the backend's back. */
  int runs(Landing landing);

  /** How many runs the far side puts on one page of its answers. */
  int runsPerPage();

  /** How many pipelines the far side puts on one page of its answers. */
  int pipelinesPerPage();

  /**
   * Needs {@link Capability#ROWS}: all messages of everybody whose mail a copy takes, each a JSON
   * object with the columns of {@code Message_v1}.
   */
  default List<String> messages() {
    throw Capability.ROWS.missing();
  }

  /** Needs {@link Capability#CLOCK}: new runs cannot be seen before they have that age. */
  default void showRunsAfter(Duration age) {
    throw Capability.CLOCK.missing();
  }

  /**
   * Needs {@link Capability#HAND}: changes, in each resource of that kind of a landing's host,
   * something that was asked for.
   */
  default void changeByHand(Landing landing, HostResource resource) {
    throw Capability.HAND.missing();
  }

  /** Needs {@link Capability#HAND}: whether one of them still has that change. */
  default boolean isChangedByHand(Landing landing, HostResource resource) {
    throw Capability.HAND.missing();
  }

  /**
   * Needs {@link Capability#HAND}: adds to each resource of that kind of a landing's host a member
   * that no client knows, at every depth where the far side has such.
   */
  default void addUnknownMembers(Landing landing, HostResource resource) {
    throw Capability.HAND.missing();
  }

  /** Needs {@link Capability#HAND}: whether each of them still has all of these. */
  default boolean hasUnknownMembers(Landing landing, HostResource resource) {
    throw Capability.HAND.missing();
  }

  /**
   * Needs {@link Capability#HAND}: brings a run into a state that no {@link
   * io.github.dataconnect4j.pipeline.RunStage} stands for.
   *
   * @return the far side's word for it
   */
  default String showUnknownState(Landing landing, String runId) {
    throw Capability.HAND.missing();
  }

  /** Needs {@link Capability#HAND}: somebody else cancels a run. */
  default void cancelByHand(Landing landing, String runId) {
    throw Capability.HAND.missing();
  }

  /** Needs {@link Capability#HAND}: the app may no longer write to the landing's storage. */
  default void takeSinkRoleAway(Landing landing, String applicationId) {
    throw Capability.HAND.missing();
  }

  /**
   * Needs {@link Capability#HAND}: a run that has been started will fail, for a reason that is
   * neither consent nor sink.
   *
   * @return words that the far side gives for it
   */
  default String failRun(Landing landing, String runId) {
    throw Capability.HAND.missing();
  }

  /** Needs {@link Capability#HAND}: writes pipelines of these names that do nothing. */
  default void writePipelinesByHand(Landing landing, List<String> names) {
    throw Capability.HAND.missing();
  }

  /**
   * Needs {@link Capability#HAND}: writes a pipeline as a person would, not as the backend does. It
   * copies from Microsoft 365, and the path it writes to has a text, a parameter with a default
   * value, and the run's id.
   *
   * @return how a backend must describe it
   */
  default FoundPipeline writePipelineByHand(Landing landing, String name) {
    throw Capability.HAND.missing();
  }
}
