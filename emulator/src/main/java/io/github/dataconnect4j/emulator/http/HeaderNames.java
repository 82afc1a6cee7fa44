package io.github.dataconnect4j.emulator.http;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts headers on an answer so that the names of metadata go out as they are. The JDK's server
 * writes every name as {@code X-ms-meta-…}; Azure's clients for Java find metadata under {@code
 * x-ms-meta-} alone, unlike any other header.
 */
final class HeaderNames {

  private static final String METADATA = "x-ms-meta-";

  private HeaderNames() {}

  static void put(Map<String, String> headers, Headers out) {
    Map<String, String> exact = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith(METADATA)) {
            exact.put(name, value);
          } else {
            out.set(name, value);
          }
        });
    if (!exact.isEmpty()) {
      // What follows a value's line end is written as it is, name and all. The JDK checks values
      // when they are put, so this one is changed after.
      List<String> carrier = new ArrayList<>(List.of("yes"));
      out.put("X-emulated", carrier);
      carrier.set(0, carrier.get(0) + lines(exact));
    }
  }

  private static String lines(Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        (name, value) ->
            lines.append("\r\n").append(oneLine(name)).append(": ").append(oneLine(value)));
    return lines.toString();
  }

  private static String oneLine(String text) {
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A header holds a line end.");
    }
    return text;
  }
}
