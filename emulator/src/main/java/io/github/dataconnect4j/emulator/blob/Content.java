package io.github.dataconnect4j.emulator.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that never change, in memory or in a file. Blobs, blocks and readers hold them; they go
 * when nobody does.
 *
 * <p>Thread-safe.
 */
final class Content {

  private final Scratch scratch;
  private final long length;
  private final byte @Nullable [] bytes;
  private final @Nullable Path file;
  private int holders = 1;

  private Content(Scratch scratch, long length, byte @Nullable [] bytes, @Nullable Path file) {
    this.scratch = scratch;
    this.length = length;
    this.bytes = bytes;
    this.file = file;
  }

  /** Content of the heap; its bytes have been reserved. */
  static Content inMemory(Scratch scratch, byte[] bytes) {
    return new Content(scratch, bytes.length, bytes, null);
  }

  static Content inFile(Scratch scratch, Path file, long length) {
    return new Content(scratch, length, null, file);
  }

  long length() {
    return length;
  }

  synchronized void hold() {
    if (holders == 0) {
      throw new IllegalStateException("The content has been let go of.");
    }
    holders++;
  }

  void release() {
    synchronized (this) {
      holders--;
      if (holders > 0) {
        return;
      }
    }
    if (file != null) {
      scratch.delete(file);
    } else {
      scratch.giveBack((int) length);
    }
  }

  /** Writes some of the bytes. */
  void writeTo(OutputStream out, long from, long count) throws IOException {
    if (bytes != null) {
      out.write(bytes, (int) from, (int) count);
    } else if (file != null) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        copy(Channels.newInputStream(channel.position(from)), out, count);
      }
    }
  }

  /** Copies with a buffer that is worth a system call; the JDK's own has 8 KiB. */
  private static void copy(InputStream in, OutputStream out, long count) throws IOException {
    byte[] buffer = new byte[(int) Math.min(count, Spool.BUFFER)];
    for (long left = count; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("A temporary file of the blob store was cut short.");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
