package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Metadata of containers and blobs, which travels in headers of its own. */
final class Metadata {

  private static final String PREFIX = "x-ms-meta-";

  private Metadata() {}

  /** What a request brings, by name in lower case. */
  static Map<String, String> of(Request request) {
    Map<String, String> metadata = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              String folded = name.toLowerCase(Locale.ROOT);
              if (folded.startsWith(PREFIX)) {
                metadata.put(folded.substring(PREFIX.length()), String.join(",", values));
              }
            });
    return metadata;
  }

  static Response on(Response response, Map<String, String> metadata) {
    Response with = response;
    for (Map.Entry<String, String> one : metadata.entrySet()) {
      with = with.withHeader(PREFIX + one.getKey(), one.getValue());
    }
    return with;
  }
}
