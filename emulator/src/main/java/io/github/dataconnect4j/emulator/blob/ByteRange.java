package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a blob are wanted.
 *
 * @param first the first
 * @param count how many
 */
record ByteRange(long first, long count) {

  private static final Pattern SHAPE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

  /**
   * The range that a request asks for; empty for the whole blob. {@code x-ms-range} goes before
   * {@code Range}.
   */
  static Optional<ByteRange> of(Request request, long length) {
    Optional<String> header = request.header("x-ms-range").or(() -> request.header("Range"));
    return header.map(text -> parse(request, text, length));
  }

  private static ByteRange parse(Request request, String text, long length) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    if (!matcher.group(2).isEmpty() && last < first) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
    if (first >= length) {
      throw BlobError.INVALID_RANGE.on(request, "Content-Range", "bytes */" + length);
    }
    return new ByteRange(first, Math.min(last, length - 1) - first + 1);
  }

  /** As the header {@code Content-Range} has it. */
  String header(long length) {
    return "bytes " + first + "-" + (first + count - 1) + "/" + length;
  }
}
