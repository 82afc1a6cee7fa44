package io.github.dataconnect4j.emulator.truth;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which assumed behaviors were seen. Thread-safe. */
final class Observations {

  static final Observations OF_THIS_JVM = new Observations();

  private static final Logger LOG = LoggerFactory.getLogger(Behavior.class);

  private final Set<Behavior> seen = ConcurrentHashMap.newKeySet();

  void note(Behavior behavior) {
    if (behavior.source().isAssumed() && !seen.contains(behavior) && seen.add(behavior)) {
      LOG.info(
          "assumed, not documented: service={} behavior={} text=\"{}\" because {}",
          behavior.service(),
          behavior.name(),
          behavior.text(),
          behavior.source().reference());
    }
  }
}
