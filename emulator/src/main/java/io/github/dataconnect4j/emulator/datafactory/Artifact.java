package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * A linked service, dataset, pipeline, trigger or integration runtime.
 *
 * <p>Immutable; what is handed out are copies.
 *
 * @param name the name, as it was first spelled
 * @param properties what a GET shows, without secrets
 * @param etag changes with each write
 * @param secrets what was taken out, by JSON pointer into the properties
 */
public record Artifact(
    String name, ObjectNode properties, String etag, Map<String, Secret> secrets) {

  public Artifact {
    properties = properties.deepCopy();
    secrets = Map.copyOf(secrets);
  }

  @Override
  public ObjectNode properties() {
    return properties.deepCopy();
  }

  /** The secret that was sent at a place, such as {@code /typeProperties/servicePrincipalKey}. */
  public Optional<Secret> secret(String pointer) {
    return Optional.ofNullable(secrets.get(pointer));
  }
}
