package io.github.dataconnect4j.emulator.blob;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One version of a block blob.
 *
 * @param stamp its last change
 * @param created when the name came to be
 * @param headers the content headers it is served with, such as {@code Content-Type}
 * @param metadata its metadata, by name
 * @param blocks its bytes, in order
 */
record Blob(
    Stamp stamp,
    Instant created,
    Map<String, String> headers,
    Map<String, String> metadata,
    List<Block> blocks) {

  Blob {
    headers = Map.copyOf(headers);
    metadata = Map.copyOf(metadata);
    blocks = List.copyOf(blocks);
  }

  /** The same blob after a change that touched none of its parts. */
  Blob changed(Stamp change) {
    return new Blob(change, created, headers, metadata, blocks);
  }

  long length() {
    return blocks.stream().mapToLong(block -> block.content().length()).sum();
  }
}
