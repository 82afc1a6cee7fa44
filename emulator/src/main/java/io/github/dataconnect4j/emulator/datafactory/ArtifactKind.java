package io.github.dataconnect4j.emulator.datafactory;

import java.util.Optional;
import java.util.stream.Stream;

/** What a factory is made of. */
public enum ArtifactKind {
  INTEGRATION_RUNTIME("integrationRuntimes", "IntegrationRuntimeReference"),
  LINKED_SERVICE("linkedservices", "LinkedServiceReference"),
  DATASET("datasets", "DatasetReference"),
  PIPELINE("pipelines", "PipelineReference");

  private final String segment;
  private final String referenceType;

  ArtifactKind(String segment, String referenceType) {
    this.segment = segment;
    this.referenceType = referenceType;
  }

  /** The part of the path, which is also the last part of the resource type. */
  public String segment() {
    return segment;
  }

  /** The kind that a reference of that type points to; empty for kinds that are not imitated. */
  static Optional<ArtifactKind> referredToBy(String type) {
    return Stream.of(values()).filter(kind -> kind.referenceType.equals(type)).findFirst();
  }
}
