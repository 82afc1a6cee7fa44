package io.github.dataconnect4j.emulator.datafactory;

import java.util.Optional;
import java.util.stream.Stream;

/** What a factory is made of. */
public enum ArtifactKind {
  INTEGRATION_RUNTIME("integrationRuntimes", "IntegrationRuntime"),
  LINKED_SERVICE("linkedservices", "LinkedService"),
  DATASET("datasets", "Dataset"),
  PIPELINE("pipelines", "Pipeline"),
  TRIGGER("triggers", "Trigger");

  private final String segment;
  private final String title;

  ArtifactKind(String segment, String title) {
    this.segment = segment;
    this.title = title;
  }

  /** The part of the path, which is also the last part of the resource type. */
  public String segment() {
    return segment;
  }

  /** Its name in the references, in the singular. */
  public String title() {
    return title;
  }

  /** The kind that a reference of that type points to; empty for kinds that are not imitated. */
  static Optional<ArtifactKind> referredToBy(String type) {
    return Stream.of(values()).filter(kind -> type.equals(kind.title + "Reference")).findFirst();
  }
}
