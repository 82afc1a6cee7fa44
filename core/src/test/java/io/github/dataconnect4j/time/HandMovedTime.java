package io.github.dataconnect4j.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A clock that stands still until somebody sleeps on it or moves it. Confined to one thread. */
public final class HandMovedTime implements TimeSource {

  public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::after));
  private final List<Duration> sleeps = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;

  @Override
  public Instant now() {
    return START.plus(elapsed);
  }

  @Override
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    if (!duration.isNegative()) {
      move(duration);
    }
  }

  /** Moves on, past the events that fall due on the way. */
  public void move(Duration duration) {
    Duration end = elapsed.plus(duration);
    while (!events.isEmpty() && events.peek().after().compareTo(end) <= 0) {
      Event event = events.remove();
      elapsed = event.after();
      event.action().run();
    }
    elapsed = end;
  }

  /** Lets something happen when so much time has passed since the start. */
  public void at(Duration after, Runnable action) {
    events.add(new Event(after, action));
  }

  /** What was slept, in order. */
  public List<Duration> sleeps() {
    return sleeps;
  }

  private record Event(Duration after, Runnable action) {}
}
