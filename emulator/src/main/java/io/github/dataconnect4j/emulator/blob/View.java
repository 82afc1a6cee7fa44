package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import java.util.Locale;
import java.util.Set;

/**
 * In which of its two ways an account is spoken to. In Azure the host tells: {@code blob} or {@code
 * dfs}. Here either host serves both, so the request itself tells, and the host only where it does
 * not: {@code localhost} for Data Lake Storage, {@code 127.0.0.1} for blobs.
 */
enum View {
  /** Blob Storage: flat names, errors in XML. */
  BLOB,
  /** Data Lake Storage Gen2: directories, errors in JSON. */
  LAKE;

  /** Parameters that only Data Lake Storage knows. */
  private static final Set<String> PARAMETERS = Set.of("action", "mode", "recursive", "resource");

  static View of(Request request) {
    StorageBehavior.WHICH_VIEW.observe();
    if (PARAMETERS.stream().anyMatch(request.query()::containsKey)) {
      return LAKE;
    }
    if (request.query().containsKey("restype") || request.query().containsKey("comp")) {
      return BLOB;
    }
    // Blobs are asked for with application/xml, by every client whose code we know.
    String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    if (accept.contains("xml")) {
      return BLOB;
    }
    return accept.contains("json") || isLakeHost(request) ? LAKE : BLOB;
  }

  /**
   * Whether a request was sent to the endpoint of Data Lake Storage. Its clients send some blob
   * operations there.
   */
  static boolean isLakeHost(Request request) {
    return request.header("Host").orElse("").toLowerCase(Locale.ROOT).startsWith("localhost");
  }
}
