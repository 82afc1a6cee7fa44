package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Graph does not do what it is asked, and says so in its own words where they are known. */
final class GraphRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int status;
  private final String code;

  private GraphRefusedException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static GraphRefusedException badRequest(String message) {
    return new GraphRefusedException(400, "Request_BadRequest", message);
  }

  /** For what is wrong with the query, which Graph notices before the directory does. */
  static GraphRefusedException badQuery(String message) {
    return new GraphRefusedException(400, "BadRequest", message);
  }

  static GraphRefusedException unsupportedQuery(String message) {
    return new GraphRefusedException(400, "Request_UnsupportedQuery", message);
  }

  static GraphRefusedException notFound(String id) {
    return new GraphRefusedException(
        404,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
  }

  static GraphRefusedException alreadyExists(String message) {
    return new GraphRefusedException(409, "Request_MultipleObjectsWithSameKeyValue", message);
  }

  static GraphRefusedException denied() {
    return new GraphRefusedException(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }

  static GraphRefusedException unauthorized(TokenRefusedException.Reason reason) {
    return new GraphRefusedException(
        401,
        "InvalidAuthenticationToken",
        switch (reason) {
          case MISSING -> "Access token is empty.";
          case MALFORMED -> "Access token validation failure. Invalid signature.";
          case WRONG_TENANT -> "Access token validation failure. Invalid issuer.";
          case WRONG_AUDIENCE -> "Access token validation failure. Invalid audience.";
          case EXPIRED -> "Lifetime validation failed, the token is expired.";
        });
  }

  static GraphRefusedException failed() {
    return new GraphRefusedException(
        500, "Service_InternalServerError", "Encountered an internal server error.");
  }

  /** For a fault that was ordered. */
  static GraphRefusedException ordered(int status) {
    return new GraphRefusedException(
        status,
        switch (status) {
          case 403 -> "Authorization_RequestDenied";
          case 404 -> "Request_ResourceNotFound";
          case 429 -> "TooManyRequests";
          case 500 -> "Service_InternalServerError";
          case 503 -> "Service_ServiceUnavailable";
          default -> "UnknownError";
        },
        "This fault was ordered.");
  }

  Response response(Request request, Instant now) {
    String requestId =
        UUID.nameUUIDFromBytes((request.target() + now).getBytes(StandardCharsets.UTF_8))
            .toString();
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", code)
        .put("message", getMessage())
        .putObject("innerError")
        .put("date", DATE.format(now))
        .put("request-id", requestId)
        .put("client-request-id", request.header("client-request-id").orElse(requestId));
    Response response = Response.json(status, body).withHeader("request-id", requestId);
    return status == 401
        ? response.withHeader(
            "WWW-Authenticate",
            "Bearer realm=\"\", authorization_uri=\"https://"
                + request.header("Host").orElse("localhost")
                + "/common/oauth2/v2.0/authorize\","
                + " client_id=\"00000003-0000-0000-c000-000000000000\"")
        : response;
  }
}
