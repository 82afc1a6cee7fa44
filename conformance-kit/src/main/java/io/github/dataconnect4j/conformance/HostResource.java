package io.github.dataconnect4j.conformance;

/**
 * What a host keeps for an app.
 *
 * @since 0.1.0
 */
public enum HostResource {
  LINKED_SERVICE,
  DATASET,
  PIPELINE
}
