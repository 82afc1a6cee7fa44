package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.shared.RetrySchedule;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file's bytes from its start. Where the connection breaks, the rest is asked for from that
 * place; how often is bounded by the retry schedule, counted anew whenever bytes have come in.
 *
 * <p>Confined to one thread.
 */
final class ResumingStream extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(ResumingStream.class);

  /** Opens a file at an offset; throws what this library throws. */
  @FunctionalInterface
  interface Opener {
    InputStream at(long offset);
  }

  private final StoredFile file;
  private final Opener opener;
  private final RetrySchedule schedule;
  private final TimeSource time;
  private InputStream body;
  private long offset;
  private int retries;
  private boolean closed;

  /** Opens at once, so that a file that is not there is noticed here. */
  ResumingStream(StoredFile file, Opener opener, RetrySchedule schedule, TimeSource time) {
    this.file = file;
    this.opener = opener;
    this.schedule = schedule;
    this.time = time;
    this.body = open();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    Objects.checkFromIndexSize(start, length, target.length);
    if (closed) {
      throw new IOException("The stream of " + file.path() + " is closed.");
    }
    if (length == 0) {
      return 0;
    }
    while (offset < file.size()) {
      int count = tryRead(target, start, (int) Math.min(length, file.size() - offset));
      if (count > 0) {
        offset += count;
        retries = 0;
        return count;
      }
    }
    return -1;
  }

  @Override
  public int available() throws IOException {
    return closed ? 0 : (int) Math.min(body.available(), file.size() - offset);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    body.close();
  }

  /** Reads some bytes; 0 after the connection broke and was mended. */
  private int tryRead(byte[] target, int start, int length) {
    try {
      int count = body.read(target, start, length);
      if (count >= 0) {
        return count;
      }
      mend(new IOException("The connection ended before the file did."));
    } catch (IOException e) {
      mend(e);
    }
    return 0;
  }

  private void mend(IOException failure) {
    Duration pause =
        schedule
            .pause(retries, RetrySchedule.Safety.REPEATABLE, OptionalInt.empty(), Optional.empty())
            .orElseThrow(() -> broken(failure));
    retries++;
    LOG.debug("download broke off path={} offset={} retries={}", file.path(), offset, retries);
    closeQuietly();
    Pauses.sleep(time, pause, "read " + file.path());
    body = open();
  }

  private InputStream open() {
    try {
      return opener.at(offset);
    } catch (RuntimeException e) {
      throw AzureErrors.translate("read " + file.path(), e);
    }
  }

  private DataConnectException broken(IOException failure) {
    return new ServiceUnavailableException(
        Problem.of(
                "read " + file.path(),
                "The connection broke "
                    + (retries + 1)
                    + " times in a row at byte "
                    + offset
                    + " of "
                    + file.size()
                    + ".",
                "Check the network, and read the file again.")
            .withRetry(Problem.Retry.YES),
        failure);
  }

  private void closeQuietly() {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("broken download not closed path={} cause={}", file.path(), e.toString());
    }
  }
}
