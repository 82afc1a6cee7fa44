package io.github.dataconnect4j.emulator.blob;

/**
 * A part of a blob.
 *
 * @param id the base64 name that its writer gave it; empty for a blob written in one go
 * @param content its bytes
 */
record Block(String id, Content content) {

  /** The id of appended bytes that begin at a position: such ids are in the order of those. */
  static String idAt(long position) {
    return String.format("%020d", position);
  }
}
