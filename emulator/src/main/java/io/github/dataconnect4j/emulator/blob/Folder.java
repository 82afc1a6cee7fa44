package io.github.dataconnect4j.emulator.blob;

import java.util.HashMap;
import java.util.Map;

/**
 * How a directory of Data Lake Storage is kept: as an empty blob that the metadata {@code
 * hdi_isfolder} marks, which is how the service shows one to clients of Blob Storage.
 */
final class Folder {

  static final String MARK = "hdi_isfolder";

  /** The metadata of a directory. */
  static final Map<String, String> METADATA = Map.of(MARK, "true");

  private Folder() {}

  static boolean is(Blob blob) {
    return "true".equalsIgnoreCase(blob.metadata().get(MARK));
  }

  /** Metadata in the place of other: what is a directory stays one. */
  static Map<String, String> kept(Map<String, String> old, Map<String, String> next) {
    Map<String, String> all = new HashMap<>(next);
    if (old.containsKey(MARK)) {
      all.put(MARK, "true");
    }
    return all;
  }

  /** A path as requests have it, without slashes around it. */
  static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
