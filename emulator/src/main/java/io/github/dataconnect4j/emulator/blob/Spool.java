package io.github.dataconnect4j.emulator.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes in and makes a {@link Content} of them, which starts in memory and moves to a file
 * when it grows.
 *
 * <p>Confined to one thread.
 */
final class Spool extends OutputStream {

  /** Large enough for throughput, small enough for many streams at a time. */
  static final int BUFFER = 1 << 18;

  private final Scratch scratch;
  private byte[] bytes = new byte[1 << 13];
  private int inMemory;
  private long length;
  private @Nullable Path file;
  private @Nullable OutputStream out;

  Spool(Scratch scratch) {
    this.scratch = scratch;
  }

  long length() {
    return length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    if (out == null && inMemory + count > Scratch.LARGEST_IN_MEMORY) {
      toFile();
    }
    if (out != null) {
      out.write(source, offset, count);
    } else {
      if (inMemory + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(inMemory + count, bytes.length * 2));
      }
      System.arraycopy(source, offset, bytes, inMemory, count);
      inMemory += count;
    }
    length += count;
  }

  /** Takes in all of a stream, with a buffer of its own size: the JDK's has 8 KiB. */
  void fill(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      write(buffer, 0, read);
    }
  }

  /** What was written, held once. */
  Content finish() throws IOException {
    if (out == null && scratch.reserve(inMemory)) {
      return Content.inMemory(scratch, Arrays.copyOf(bytes, inMemory));
    }
    if (out == null) {
      toFile();
    }
    if (out == null || file == null) {
      throw new IllegalStateException("A spool has no file.");
    }
    out.close();
    return Content.inFile(scratch, file, length);
  }

  /** Forgets what was written. */
  void discard() {
    bytes = new byte[0];
    if (out != null && file != null) {
      try {
        out.close();
      } catch (IOException e) {
        // What could not be written out is not wanted either.
      }
      scratch.delete(file);
    }
  }

  private void toFile() throws IOException {
    Path path = scratch.newFile();
    file = path;
    OutputStream target =
        new BufferedOutputStream(
            Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), BUFFER);
    out = target;
    target.write(bytes, 0, inMemory);
    bytes = new byte[0];
  }
}
