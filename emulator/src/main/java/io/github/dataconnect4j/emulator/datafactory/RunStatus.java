package io.github.dataconnect4j.emulator.datafactory;

/** The states of a pipeline run and of an activity run. */
public enum RunStatus {
  QUEUED("Queued"),
  IN_PROGRESS("InProgress"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed"),
  CANCELING("Canceling"),
  /** As the service's clients spell it; its monitoring page says "Canceled". */
  CANCELLED("Cancelled"),
  /** For activities whose dependencies ended otherwise. */
  SKIPPED("Skipped");

  private final String text;

  RunStatus(String text) {
    this.text = text;
  }

  /** The word on the wire. */
  public String text() {
    return text;
  }

  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED || this == SKIPPED;
  }
}
