package io.github.dataconnect4j.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.storage.blob.models.BlobStorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a service said out of the exceptions of the Azure clients. */
final class FaultReader {

  private static final List<HttpHeaderName> REQUEST_IDS =
      List.of(
          HttpHeaderName.fromString("x-ms-request-id"),
          HttpHeaderName.fromString("x-ms-correlation-request-id"),
          HttpHeaderName.fromString("request-id"),
          HttpHeaderName.fromString("client-request-id"));
  private static final HttpHeaderName BLOB_CODE = HttpHeaderName.fromString("x-ms-error-code");
  private static final Pattern XML_MESSAGE = Pattern.compile("(?s)<Message>(.*?)</Message>");
  private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]+)</Code>");

  private FaultReader() {}

  /** What the service answered; empty where the exception carries no answer. */
  static Optional<ServiceFault> read(HttpResponseException cause) {
    HttpResponse response = cause.getResponse();
    if (response == null) {
      return Optional.empty();
    }
    Optional<String> requestId = requestId(response);
    if (cause instanceof ManagementException managed && managed.getValue() != null) {
      ManagementError error = managed.getValue();
      return Optional.of(
          new ServiceFault(
              response.getStatusCode(), known(error.getCode()), words(error), requestId));
    }
    if (cause instanceof BlobStorageException) {
      return Optional.of(
          of(
              response.getStatusCode(),
              known(cause.getMessage()).orElse(""),
              known(response.getHeaderValue(BLOB_CODE)),
              requestId));
    }
    return Optional.of(
        new ServiceFault(
            response.getStatusCode(),
            member(cause.getValue(), "code").or(() -> known(response.getHeaderValue(BLOB_CODE))),
            member(cause.getValue(), "message").or(() -> known(cause.getMessage())).orElse(""),
            requestId));
  }

  /** What a service answered to one of our own requests. */
  static ServiceFault read(HttpResponse response, String body) {
    Optional<String> code = known(response.getHeaderValue(BLOB_CODE));
    if (body.startsWith("{")) {
      Map<String, Object> answer = JsonText.readObject(body);
      return of(response.getStatusCode(), answer, "", requestId(response));
    }
    return of(response.getStatusCode(), body, code, requestId(response));
  }

  /** An error envelope; the words serve where it has none. */
  static ServiceFault of(
      int status, Map<String, Object> envelope, String words, Optional<String> requestId) {
    return new ServiceFault(
        status, member(envelope, "code"), member(envelope, "message").orElse(words), requestId);
  }

  private static ServiceFault of(
      int status, String text, Optional<String> code, Optional<String> requestId) {
    Matcher message = XML_MESSAGE.matcher(text);
    Matcher named = XML_CODE.matcher(text);
    Optional<String> xmlCode = named.find() ? Optional.of(named.group(1)) : Optional.empty();
    return new ServiceFault(
        status, code.or(() -> xmlCode), message.find() ? message.group(1) : "", requestId);
  }

  static Optional<String> requestId(HttpResponse response) {
    return REQUEST_IDS.stream()
        .flatMap(name -> known(response.getHeaderValue(name)).stream())
        .findFirst();
  }

  // The envelope's details often say what its message only hints at.
  private static String words(ManagementError error) {
    StringBuilder words = new StringBuilder(known(error.getMessage()).orElse(""));
    if (error.getDetails() != null) {
      for (ManagementError detail : error.getDetails()) {
        known(detail.getMessage())
            .filter(text -> words.indexOf(text) < 0)
            .ifPresent(text -> words.append(' ').append(text));
      }
    }
    return words.toString();
  }

  /** A member of an error, with or without the envelope around it. */
  private static Optional<String> member(@Nullable Object value, String name) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Object inner = map.get("error");
    Map<?, ?> error = inner instanceof Map<?, ?> envelope ? envelope : map;
    return error.get(name) instanceof String text ? known(text) : Optional.empty();
  }

  private static Optional<String> known(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
