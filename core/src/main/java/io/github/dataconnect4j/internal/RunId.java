package io.github.dataconnect4j.internal;

import java.util.Optional;

/**
 * What a run is known by.
 *
 * @param id the service's id
 * @param key the key among its parameters; empty where its pipeline takes none
 * @param pipeline its pipeline
 */
record RunId(String id, Optional<String> key, String pipeline) {

  /** The key, or the service's id in its place. */
  String text() {
    return key.orElse(id);
  }
}
