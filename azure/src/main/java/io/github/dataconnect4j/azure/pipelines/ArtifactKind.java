package io.github.dataconnect4j.azure.pipelines;

/**
 * The kinds of resources that make up a pipeline. Their text is Microsoft's word for them.
 *
 * @since 0.1.0
 */
public enum ArtifactKind {
  LINKED_SERVICE("linked service"),
  DATASET("dataset"),
  PIPELINE("pipeline");

  private final String word;

  ArtifactKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
