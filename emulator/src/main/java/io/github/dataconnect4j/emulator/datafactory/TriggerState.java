package io.github.dataconnect4j.emulator.datafactory;

/** Whether a trigger runs, as its {@code runtimeState} tells. */
public enum TriggerState {
  STOPPED("Stopped"),
  STARTED("Started");

  /** The field that holds it. */
  static final String FIELD = "runtimeState";

  private final String text;

  TriggerState(String text) {
    this.text = text;
  }

  /** The word on the wire. */
  String text() {
    return text;
  }

  /** Says whether a trigger is in this state. */
  boolean isOf(Artifact trigger) {
    return trigger.properties().path(FIELD).asText().equals(text);
  }
}
