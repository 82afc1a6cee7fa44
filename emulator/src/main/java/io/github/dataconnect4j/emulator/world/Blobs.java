package io.github.dataconnect4j.emulator.world;

import java.io.IOException;
import java.io.OutputStream;

/** The data of the storage accounts. */
public interface Blobs {

  boolean containerExists(String account, String container);

  /** Makes a container; one that exists stays as it is. */
  void createContainer(String account, String container);

  /** Writes a blob, which shows up when the stream is closed. */
  OutputStream create(String account, String container, String path) throws IOException;
}
