package io.github.dataconnect4j.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's clock: the only class that may ask it, and the only one that may sleep. */
enum SystemTime implements TimeSource {
  INSTANCE;

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (!duration.isNegative() && !duration.isZero()) {
      Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    } else if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
