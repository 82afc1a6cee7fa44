package io.github.dataconnect4j.emulator.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a store keeps bytes: a bounded share of the heap, and beyond that a directory of its own.
 *
 * <p>The directory is made with the first file, for the owner alone where the file system knows
 * owners, and goes with the last.
 *
 * <p>Thread-safe.
 */
final class Scratch implements AutoCloseable {

  /** The most that one content may take of the heap. */
  static final int LARGEST_IN_MEMORY = 4 << 20;

  /** The most that all contents together may take of the heap. */
  static final long MEMORY = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  private final AtomicLong memory = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private @Nullable Path directory;
  private boolean closed;

  /** Whether so many bytes may stay in memory; if so, they are counted until given back. */
  boolean reserve(int bytes) {
    if (memory.addAndGet(bytes) <= MEMORY) {
      return true;
    }
    memory.addAndGet(-bytes);
    return false;
  }

  void giveBack(int bytes) {
    memory.addAndGet(-bytes);
  }

  /** The path of a file that does not exist yet. */
  synchronized Path newFile() throws IOException {
    if (closed) {
      throw new IOException("The emulator's blob store is closed; start another emulator.");
    }
    Path parent = directory;
    if (parent == null) {
      parent = Files.createTempDirectory("dataconnect4j-blobs-", ownerOnly());
      directory = parent;
    }
    return parent.resolve(Long.toString(files.incrementAndGet()));
  }

  /** The directory; null as long as nothing needed it. */
  synchronized @Nullable Path directory() {
    return directory;
  }

  /** Deletes a file that may be gone already. */
  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It goes with the directory at the latest.
      LOG.warn("temporary file not deleted file={} cause={}", file, e.toString());
    }
  }

  /** Deletes the directory with all in it. */
  @Override
  public synchronized void close() {
    closed = true;
    Path parent = directory;
    directory = null;
    if (parent == null) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent)) {
      all.forEach(this::delete);
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not empty " + parent, e);
    }
    delete(parent);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
