package io.github.dataconnect4j.emulator.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes a blob, which shows up when the stream is closed, unless a write failed.
 *
 * <p>Confined to one thread.
 */
final class BlobOutput extends OutputStream {

  private final Container container;
  private final String path;
  private final Spool spool;
  private boolean failed;
  private boolean closed;

  BlobOutput(Container container, String path, Spool spool) {
    this.container = container;
    this.path = path;
    this.spool = spool;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (closed) {
      throw new IOException("The blob '" + path + "' is written and closed.");
    }
    try {
      spool.write(bytes, offset, count);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /** Ends the stream without a blob. */
  void abandon() {
    if (!closed) {
      closed = true;
      spool.discard();
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (failed) {
      spool.discard();
      return;
    }
    Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
    container.put(path, current -> {}, new Container.Draft(headers, Map.of()), spool.finish());
  }
}
