package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A request's conditional headers, applied as Azure's page on them says. */
record Conditions(Request request) {

  /** Refuses to read a version that the caller does not want. */
  void requireForRead(Blob blob) {
    requireMatch(Optional.of(blob));
    Optional<String> noneMatch = request.header("If-None-Match");
    boolean known =
        noneMatch.isPresent()
            ? noneMatch.filter(tag -> matches(tag, blob)).isPresent()
            : date("If-Modified-Since").filter(since -> !modified(blob, since)).isPresent();
    if (known) {
      throw BlobError.NOT_MODIFIED.on(request);
    }
  }

  /** Refuses to replace, change or delete a version that the caller did not mean. */
  void requireForWrite(Optional<Blob> current) {
    requireMatch(current);
    Optional<String> noneMatch = request.header("If-None-Match");
    if (current.isPresent() && noneMatch.isPresent()) {
      if (noneMatch.get().equals("*")) {
        throw BlobError.BLOB_ALREADY_EXISTS.on(request);
      }
      if (matches(noneMatch.get(), current.get())) {
        throw BlobError.CONDITION_NOT_MET.on(request);
      }
    }
    Optional<Instant> since = date("If-Modified-Since");
    if (current.isPresent() && since.isPresent() && !modified(current.get(), since.get())) {
      throw BlobError.CONDITION_NOT_MET.on(request);
    }
  }

  private void requireMatch(Optional<Blob> current) {
    Optional<String> match = request.header("If-Match");
    if (match.isPresent() && current.filter(blob -> matches(match.get(), blob)).isEmpty()) {
      throw BlobError.CONDITION_NOT_MET.on(request);
    }
    Optional<Instant> since = date("If-Unmodified-Since");
    if (since.isPresent() && current.filter(blob -> modified(blob, since.get())).isPresent()) {
      throw BlobError.CONDITION_NOT_MET.on(request);
    }
  }

  private static boolean matches(String tag, Blob blob) {
    return tag.equals("*") || tag.replace("\"", "").equals(blob.stamp().etag());
  }

  /** HTTP dates have whole seconds. */
  private static boolean modified(Blob blob, Instant since) {
    return blob.stamp().time().truncatedTo(ChronoUnit.SECONDS).isAfter(since);
  }

  private Optional<Instant> date(String header) {
    try {
      return request
          .header(header)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
  }
}
