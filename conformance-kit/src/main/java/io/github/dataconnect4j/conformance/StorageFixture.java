package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.spi.Storage.StorageAccount;

/**
 * A {@link io.github.dataconnect4j.spi.Storage} under test, and files that no backend can write.
 *
 * @since 0.1.0
 */
public interface StorageFixture extends AccountFixture {

  /** Writes a file into a container, as a run does; one that is there is written over. */
  void write(StorageAccount account, String container, String path, byte[] content);

  /** How many files the far side puts on one page of its answers. */
  int filesPerPage();
}
