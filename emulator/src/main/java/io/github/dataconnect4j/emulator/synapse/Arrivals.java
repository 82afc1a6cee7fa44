package io.github.dataconnect4j.emulator.synapse;

import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes that were accepted and are not seen yet. Until they arrive, readers and new runs meet the
 * artifact as it was before; references to it hold from the start.
 *
 * <p>A write arrives after some looks, wherever they fall, or after {@link #LONGEST}: the first is
 * for clients that poll without moving the emulator's time, the second for those that never look.
 *
 * <p>Thread-safe.
 */
final class Arrivals {

  static final Duration LONGEST = Duration.ofSeconds(10);

  private final Map<String, Arrival> pending = new ConcurrentHashMap<>();
  private final TimeSource time;

  Arrivals(TimeSource time) {
    this.time = time;
  }

  /**
   * Holds a write back.
   *
   * @param stored the artifact before the write
   * @param looks how many looks still show that
   */
  Arrival hold(ArtifactKind kind, String name, Optional<Artifact> stored, int looks) {
    ServiceBehavior.SYNAPSE_WRITES_SHOW_LATER.observe();
    String key = key(kind, name);
    Arrival before = pending.get(key);
    Optional<Artifact> shown = before == null || before.isThere() ? stored : before.shown;
    Arrival arrival = new Arrival(shown, looks, time.now().plus(LONGEST));
    pending.put(key, arrival);
    return arrival;
  }

  /** Looks at an artifact: as it is stored, or as it was. */
  Optional<Artifact> look(ArtifactKind kind, String name, Optional<Artifact> stored) {
    Arrival arrival = pending.get(key(kind, name));
    if (arrival == null) {
      return stored;
    }
    if (arrival.look()) {
      pending.remove(key(kind, name), arrival);
      return stored;
    }
    return arrival.shown;
  }

  private static String key(ArtifactKind kind, String name) {
    return kind + "/" + name.toLowerCase(Locale.ROOT);
  }

  /** One write on its way. */
  final class Arrival {

    private final Optional<Artifact> shown;
    private final AtomicInteger looksLeft;
    private final Instant latest;

    private Arrival(Optional<Artifact> shown, int looks, Instant latest) {
      this.shown = shown;
      this.looksLeft = new AtomicInteger(looks);
      this.latest = latest;
    }

    /** Looks whether it has arrived. */
    boolean look() {
      return isThere() || looksLeft.getAndDecrement() <= 0;
    }

    private boolean isThere() {
      return looksLeft.get() <= 0 || !time.now().isBefore(latest);
    }
  }
}
