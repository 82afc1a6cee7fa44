package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request brings to be kept: bytes, content headers, metadata. */
record Upload(Request request) {

  /** Content headers: given as {@code x-ms-blob-<name>}, served under their own name. */
  private static final List<String> CONTENT_HEADERS =
      List.of(
          "Content-Type",
          "Content-Encoding",
          "Content-Language",
          "Content-Disposition",
          "Content-MD5",
          "Cache-Control");

  /** The headers and metadata of a blob that is made of blocks, or only changed. */
  Container.Draft draft() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    for (String name : CONTENT_HEADERS) {
      request.header("x-ms-blob-" + name).ifPresent(value -> headers.put(name, value));
    }
    return new Container.Draft(headers, Metadata.of(request));
  }

  /** The same of a blob written in one go, for which the request's own headers speak too. */
  Container.Draft wholeBlob(Received received) {
    Container.Draft draft = draft();
    Map<String, String> headers = new LinkedHashMap<>(draft.headers());
    if (request.header("x-ms-blob-Content-Type").isEmpty()) {
      request.header("Content-Type").ifPresent(value -> headers.put("Content-Type", value));
    }
    headers.putIfAbsent("Content-MD5", received.md5());
    return new Container.Draft(headers, draft.metadata());
  }

  /** The body, taken in, and checked against the digest that it came with, if any. */
  Received receive(BlobStore store) throws IOException {
    if (request.header("Content-Length").isEmpty()) {
      throw BlobError.MISSING_CONTENT_LENGTH_HEADER.on(request);
    }
    Optional<String> expected = request.header("Content-MD5");
    MessageDigest md5 = md5();
    Spool spool = store.spool();
    try {
      spool.fill(new DigestInputStream(request.stream(), md5));
      String digest = Base64.getEncoder().encodeToString(md5.digest());
      if (expected.filter(other -> !other.equals(digest)).isPresent()) {
        throw BlobError.MD5_MISMATCH.on(request);
      }
      return new Received(spool.finish(), digest);
    } catch (IOException | RuntimeException e) {
      spool.discard();
      throw e;
    }
  }

  /**
   * What was taken in.
   *
   * @param content the bytes
   * @param md5 their digest, in base 64
   */
  record Received(Content content, String md5) {

    /** Adds to an answer what shows that the bytes have arrived. */
    Response on(Response response) {
      return response
          .withHeader("x-ms-request-server-encrypted", "true")
          .withHeader("Content-MD5", md5);
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }
}
