package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One moment of change.
 *
 * @param etag the entity tag it made, without quotes
 * @param time when it was
 */
record Stamp(String etag, Instant time) {

  // The JDK's own RFC 1123 format writes a single-digit day without its zero.
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A time as HTTP headers have it. */
  static String httpDate(Instant time) {
    return RFC_1123.format(time);
  }

  /** When the change was, as HTTP headers have it. */
  String lastModified() {
    return httpDate(time);
  }

  /** Puts both on an answer. */
  Response on(Response response) {
    return response
        .withHeader("ETag", '"' + etag + '"')
        .withHeader("Last-Modified", lastModified());
  }
}
