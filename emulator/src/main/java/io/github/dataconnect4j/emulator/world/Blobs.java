package io.github.dataconnect4j.emulator.world;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The data of the storage accounts. */
public interface Blobs {

  boolean containerExists(String account, String container);

  /** Makes a container; one that exists stays as it is. */
  void createContainer(String account, String container);

  /** The names of an account's containers, in their order. */
  List<String> containers(String account);

  /** Deletes a container with all that is in it; false if there is none. */
  boolean deleteContainer(String account, String container);

  /** Writes a blob, which shows up when the stream is closed. */
  OutputStream create(String account, String container, String path) throws IOException;

  /** Forgets a blob that is being written: it never shows up. One that is closed stays. */
  void abandon(OutputStream blob);
}
