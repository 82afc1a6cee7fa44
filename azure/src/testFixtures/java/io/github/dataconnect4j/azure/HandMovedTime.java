package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only when somebody waits on it or moves it, and remembers each wait. */
public final class HandMovedTime implements TimeSource {

  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.between(START, now);
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    now = now.plus(duration);
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
