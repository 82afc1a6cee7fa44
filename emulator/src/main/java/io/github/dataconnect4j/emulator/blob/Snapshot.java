package io.github.dataconnect4j.emulator.blob;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A version of a blob that stays readable until closed, whatever becomes of the blob.
 *
 * <p>Confined to one thread.
 */
final class Snapshot implements AutoCloseable {

  private final Blob blob;
  private boolean open = true;

  /** Holds the contents of a blob; to be called while the blob cannot change. */
  Snapshot(Blob blob) {
    this.blob = blob;
    blob.blocks().forEach(block -> block.content().hold());
  }

  Blob blob() {
    return blob;
  }

  void writeTo(OutputStream out, ByteRange range) throws IOException {
    long position = 0;
    for (Block block : blob.blocks()) {
      long length = block.content().length();
      long from = Math.max(range.first(), position) - position;
      long until = Math.min(range.first() + range.count(), position + length) - position;
      if (from < until) {
        block.content().writeTo(out, from, until - from);
      }
      position += length;
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      blob.blocks().forEach(block -> block.content().release());
    }
  }
}
