package io.github.dataconnect4j.internal;

import java.util.Optional;

/**
 * What a run is known by.
 *
 * @param id the service's id
 * @param key the key among its parameters; empty where its pipeline takes none
 * @param pipeline its pipeline
 * @param origin what attaches to it again, as a program says it
 */
record RunId(String id, Optional<String> key, String pipeline, String origin) {

  /** A run of a pipeline of ours. */
  static RunId of(String id, String key, String pipeline) {
    return new RunId(id, Optional.of(key), pipeline, "runner");
  }

  /** The key, or the service's id in its place. */
  String text() {
    return key.orElse(id);
  }
}
