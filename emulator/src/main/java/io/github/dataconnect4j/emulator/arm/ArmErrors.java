package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.net.URI;

/** Refusals in the shape of Azure Resource Manager, {@code {"error":{"code","message"}}}. */
public final class ArmErrors {

  private ArmErrors() {}

  /** A refusal with a status, a code and a text. */
  public static ServiceError of(int status, String code, String message) {
    return new ServiceError(body(status, code, message), code + ": " + message);
  }

  /**
   * A call without a token.
   *
   * @param authority where tokens are had, down to the tenant
   */
  public static ServiceError missingToken(URI authority) {
    return unauthorized(
        authority,
        "AuthenticationFailed",
        "Authentication failed. The 'Authorization' header is missing.");
  }

  /** A token that nobody issued. */
  public static ServiceError invalidToken(URI authority) {
    return unauthorized(authority, "InvalidAuthenticationToken", "The access token is invalid.");
  }

  /** A token for another service. */
  public static ServiceError wrongAudience(URI authority) {
    return unauthorized(
        authority,
        "InvalidAuthenticationTokenAudience",
        "The access token has been obtained for wrong audience or resource. It should exactly match"
            + " with one of the allowed audiences of Azure Resource Manager.");
  }

  /** A token that has lapsed. */
  public static ServiceError expiredToken(URI authority) {
    return unauthorized(
        authority, "ExpiredAuthenticationToken", "The access token expiry has passed.");
  }

  static ServiceError wrongTenant(String issuer, String tenant) {
    return of(
        401,
        "InvalidAuthenticationTokenTenant",
        "The access token is from the wrong issuer '"
            + issuer
            + "'. It must match the tenant '"
            + tenant
            + "' associated with this subscription.");
  }

  static ServiceError notFound(String id) {
    return of(404, "ResourceNotFound", "The Resource '" + id + "' was not found.");
  }

  static ServiceError badRequest(String code, String message) {
    return of(400, code, message);
  }

  static Response body(int status, String code, String message) {
    ObjectNode error = Json.object();
    error.putObject("error").put("code", code).put("message", message);
    return Response.json(status, error);
  }

  /** For a fault that was ordered. */
  public static Response ordered(int status) {
    return body(
        status,
        switch (status) {
          case 404 -> "ResourceNotFound";
          case 409 -> "Conflict";
          case 412 -> "PreconditionFailed";
          case 429 -> "TooManyRequests";
          case 500 -> "InternalServerError";
          case 503 -> "ServerTimeout";
          case 504 -> "GatewayTimeout";
          default -> "OrderedFault";
        },
        "This fault was ordered.");
  }

  private static ServiceError unauthorized(URI authority, String code, String message) {
    String challenge =
        "Bearer authorization_uri=\""
            + authority
            + "\", error=\"invalid_token\", error_description=\""
            + message
            + "\"";
    return new ServiceError(
        body(401, code, message).withHeader("WWW-Authenticate", challenge), code + ": " + message);
  }
}
