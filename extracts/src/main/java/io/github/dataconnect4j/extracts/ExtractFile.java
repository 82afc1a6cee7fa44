package io.github.dataconnect4j.extracts;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to read.
 *
 * @param name its path, as messages name it
 * @param content opens it from its start
 */
record ExtractFile(String name, Content content) {

  /** Opens a file from its start. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }
}
