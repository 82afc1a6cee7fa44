package io.github.dataconnect4j.emulator.synapse;

/**
 * How a workspace answers a PUT or DELETE of an artifact. Its description allows all three; which
 * one comes when it does not say.
 */
public enum WriteForm {
  /** 200, and the artifact is there. */
  AT_ONCE(0),
  /** 202 with a {@code Location} to poll, as recordings of Microsoft's JavaScript client show. */
  LOCATED(1),
  /** 202 with nothing to poll but the artifact itself. */
  UNLOCATED(2);

  private final int looksBefore;

  WriteForm(int looksBefore) {
    this.looksBefore = looksBefore;
  }

  /** How many looks show things as they were before. */
  int looksBefore() {
    return looksBefore;
  }
}
