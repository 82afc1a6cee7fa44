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

  /** What a request brings, by name as it is written there. */
  static Map<String, String> of(Request request) {
    Map<String, String> metadata = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                metadata.put(name.substring(PREFIX.length()), String.join(",", values));
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
