package io.github.dataconnect4j.emulator.truth;

/**
 * Something that the emulated services do beyond having an operation, and how it is known.
 *
 * <p>Constants are named for what is done, and {@code docs/emulator.md} lists them all.
 */
public sealed interface Behavior
    permits ConsentBehavior, CopyBehavior, DeploymentBehavior, ServiceBehavior, StorageBehavior {

  /** The constant's name. */
  String name();

  /** Which service does it. */
  String service();

  /** What is done, in one sentence. */
  String text();

  Source source();

  /**
   * Says that it happens here. What is assumed is logged, at its first time in this JVM: many
   * emulators may run in one, and make the same choices.
   */
  default void observe() {
    Observations.OF_THIS_JVM.note(this);
  }
}
