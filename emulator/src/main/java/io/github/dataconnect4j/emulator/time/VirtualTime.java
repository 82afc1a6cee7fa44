package io.github.dataconnect4j.emulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's clock: it stands still until somebody waits on it or moves it, and then goes at
 * once to where it is wanted, stopping at every scheduled event on the way.
 *
 * <p>A 45-minute run takes as long as its work does. Moving time does not expire access tokens:
 * those live on the machine's clock, like the libraries that keep them.
 *
 * <p>Thread-safe. Events run one at a time, on the thread that moves the clock.
 *
 * @since 0.1.0
 */
public final class VirtualTime implements EmulatorTime {

  private final Instant start;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::due).thenComparing(Event::number));
  private final Object turn = new Object();
  private Instant now;
  private long scheduled;

  /** A clock that stands at an instant. */
  public VirtualTime(Instant start) {
    this.start = Objects.requireNonNull(start, "start");
    this.now = start;
  }

  @Override
  public Instant now() {
    synchronized (events) {
      return now;
    }
  }

  @Override
  public Duration elapsed() {
    return Duration.between(start, now());
  }

  /** Moves the clock on by the duration, running what falls due, and returns. */
  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(duration);
  }

  /** Moves the clock on by the duration, running what falls due, and returns. */
  public void advance(Duration duration) {
    if (!duration.isNegative()) {
      runUntil(now().plus(duration));
    }
  }

  /** Has something happen when the clock gets there. */
  @Override
  public void schedule(Duration in, Runnable event) {
    synchronized (events) {
      events.add(new Event(now.plus(in), scheduled++, event));
    }
  }

  private void runUntil(Instant target) {
    // One mover at a time: an event may work for long, and the clock waits for it.
    synchronized (turn) {
      for (Event next = step(target); next != null; next = step(target)) {
        next.action.run();
      }
    }
  }

  /** The next event up to the target, with the clock moved to it; null when the clock is there. */
  private @Nullable Event step(Instant target) {
    synchronized (events) {
      Event next = events.peek();
      Instant stop = next != null && !next.due.isAfter(target) ? next.due : target;
      now = stop.isAfter(now) ? stop : now;
      return next != null && !next.due.isAfter(target) ? events.poll() : null;
    }
  }

  private record Event(Instant due, long number, Runnable action) {}
}
