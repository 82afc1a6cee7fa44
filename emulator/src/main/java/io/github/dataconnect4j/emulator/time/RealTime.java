package io.github.dataconnect4j.emulator.time;

import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, for programs that the emulator cannot see wait.
 *
 * <p>Events happen on a daemon thread of their own, which exists from the first one on. One that
 * works for long holds the next ones up, as it does in virtual time.
 *
 * <p>Thread-safe.
 */
public final class RealTime implements EmulatorTime, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);
  private static final long SECONDS_TO_STOP = 10;

  private final TimeSource machine = TimeSource.system();
  private final Duration ahead;
  // Not a loop over the machine's sleep: to shorten one, its thread would have to be interrupted,
  // and that could just as well hit an event in the middle of writing a file.
  private final ScheduledThreadPoolExecutor events =
      new ScheduledThreadPoolExecutor(1, RealTime::thread, new DiscardPolicy());

  /**
   * @param ahead how far the emulator's clock is ahead of the machine's
   */
  public RealTime(Duration ahead) {
    this.ahead = ahead;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "emulator-time");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Instant now() {
    return machine.now().plus(ahead);
  }

  @Override
  public Duration elapsed() {
    return machine.elapsed();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    machine.sleep(duration);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // run() below lets nothing escape
  public void schedule(Duration in, Runnable event) {
    events.schedule(() -> run(event), TimeUnit.NANOSECONDS.convert(in), TimeUnit.NANOSECONDS);
  }

  private static void run(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException | Error e) {
      LOG.error("the emulator failed at a scheduled event", e);
    }
  }

  /** Forgets what has not happened yet, and interrupts what is happening. */
  @Override
  public void close() {
    events.shutdownNow();
    try {
      if (!events.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        LOG.warn("a scheduled event goes on after the emulator was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
