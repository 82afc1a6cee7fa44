package io.github.dataconnect4j.azure.pipelines;

/**
 * The kinds of resources that make up a pipeline, and what starts it. Their text is Microsoft's
 * word for them.
 *
 * @since 0.1.0
 */
public enum ArtifactKind {
  LINKED_SERVICE("linked service", "linkedservices"),
  DATASET("dataset", "datasets"),
  PIPELINE("pipeline", "pipelines"),
  /** Starts pipelines at their time, once {@link HostPipelines#startTrigger} was called. */
  TRIGGER("trigger", "triggers");

  private final String word;
  private final String segment;

  ArtifactKind(String word, String segment) {
    this.word = word;
    this.segment = segment;
  }

  /** The part of an address that both hosts keep the kind beneath, in their spelling. */
  String segment() {
    return segment;
  }

  @Override
  public String toString() {
    return word;
  }
}
