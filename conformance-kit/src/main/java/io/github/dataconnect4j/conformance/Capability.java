package io.github.dataconnect4j.conformance;

/**
 * What a host, or the far side that a fixture drives, may be unable to do. Behaviors that need a
 * capability which is missing are skipped, with its reason; another test then makes sure that the
 * calls which it affects refuse clearly.
 *
 * @since 0.1.0
 */
public enum Capability {

  /**
   * The host can stop a run.
   *
   * <p>Affected: {@link io.github.dataconnect4j.spi.Pipelines#cancel(String)}.
   *
   * <p>Where it is missing, the call throws {@link
   * io.github.dataconnect4j.error.RejectedException}, and the run goes on.
   */
  CANCEL("the host cannot stop a run"),

  /**
   * The far side can be made to throttle, and to lose requests and answers.
   *
   * <p>Affected: {@link AccountFixture#order}.
   *
   * <p>Where it is missing, the call throws {@link UnsupportedOperationException} that names it. A
   * fixture on a live tenant lacks it.
   */
  TROUBLE("the far side cannot be made to fail by order"),

  /**
   * Time can be moved, so that a run of an hour takes none, and a pause can be measured.
   *
   * <p>Affected: {@link AccountFixture#advance} and {@link PipelineHostFixture#showRunsAfter}.
   *
   * <p>Where it is missing, they throw {@link UnsupportedOperationException} that names it. A
   * fixture on a live tenant lacks it.
   */
  CLOCK("time cannot be moved"),

  /**
   * What there is to copy is known without a run.
   *
   * <p>Affected: {@link PipelineHostFixture#messages}.
   *
   * <p>Where it is missing, the call throws {@link UnsupportedOperationException} that names it. A
   * fixture on a live tenant may lack it: that a run leaves nothing out cannot be told then, all
   * else about its rows can.
   */
  ROWS("what there is to copy is not known"),

  /**
   * What the host keeps can be changed behind the backend's back.
   *
   * <p>Affected: {@link PipelineHostFixture#changeByHand}, {@link
   * PipelineHostFixture#isChangedByHand}, {@link PipelineHostFixture#addUnknownMembers}, {@link
   * PipelineHostFixture#hasUnknownMembers}, {@link PipelineHostFixture#showUnknownState}, {@link
   * PipelineHostFixture#cancelByHand}, {@link PipelineHostFixture#takeSinkRoleAway}, {@link
   * PipelineHostFixture#failRun}, {@link PipelineHostFixture#writePipelinesByHand} and {@link
   * PipelineHostFixture#writePipelineByHand}.
   *
   * <p>Where it is missing, they throw {@link UnsupportedOperationException} that names it.
   */
  HAND("nothing can be changed behind the backend's back");

  private final String absence;

  Capability(String absence) {
    this.absence = absence;
  }

  /** What a fixture's method throws that needs it and is not overridden. */
  UnsupportedOperationException missing() {
    return new UnsupportedOperationException(
        absence() + ". Override this method, and name the capability.");
  }

  /** Why behaviors that need it are skipped. */
  String absence() {
    return name() + " is missing: " + absence;
  }
}
