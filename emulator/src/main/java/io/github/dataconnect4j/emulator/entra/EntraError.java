package io.github.dataconnect4j.emulator.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * How Entra says no.
 *
 * @param status the HTTP status
 * @param error OAuth's name for it
 * @param code the number behind {@code AADSTS}
 * @param text what is wrong
 */
record EntraError(int status, String error, int code, String text) {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static EntraError unreadable(String cause) {
    return new EntraError(400, "invalid_request", 90014, "The request body is no form: " + cause);
  }

  static EntraError missing(String parameter) {
    return new EntraError(
        400,
        "invalid_request",
        900144,
        "The request body must contain the following parameter: '" + parameter + "'.");
  }

  static EntraError noTenant() {
    return new EntraError(
        400,
        "invalid_request",
        50059,
        "No tenant-identifying information found in either the request or implied by any provided"
            + " credentials.");
  }

  static EntraError unknownTenant(String tenant) {
    return new EntraError(
        400,
        "invalid_request",
        90002,
        "Tenant '"
            + tenant
            + "' not found. Check to make sure you have the correct tenant ID and are signing into"
            + " the correct cloud. Check with your subscription administrator, this may happen if"
            + " there are no active subscriptions for the tenant.");
  }

  static EntraError noTenantIdentifier(String tenant) {
    return new EntraError(
        400,
        "invalid_request",
        900023,
        "Specified tenant identifier '"
            + tenant
            + "' is neither a valid DNS name, nor a valid external domain.");
  }

  static EntraError unsupportedGrant(String grant) {
    return new EntraError(
        400,
        "unsupported_grant_type",
        70003,
        "The app requested an unsupported grant type '" + grant + "'.");
  }

  static EntraError invalidScope(String scopes) {
    return new EntraError(
        400,
        "invalid_scope",
        70011,
        "The provided request must include a 'scope' input parameter. The provided value for the"
            + " input parameter 'scope' is not valid. The scope "
            + scopes
            + " is not valid.");
  }

  static EntraError unknownResource(String audience, String domain) {
    return new EntraError(
        400,
        "invalid_resource",
        500011,
        "The resource principal named "
            + audience
            + " was not found in the tenant named "
            + domain
            + ".");
  }

  static EntraError unknownApplication(String clientId, String domain) {
    return new EntraError(
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + clientId
            + "' was not found in the directory '"
            + domain
            + "'. This can happen if the application has not been installed by the administrator of"
            + " the tenant or consented to by any user in the tenant.");
  }

  static EntraError noSecret() {
    return new EntraError(
        401,
        "invalid_client",
        7000218,
        "The request body must contain the following parameter: 'client_assertion' or"
            + " 'client_secret'.");
  }

  static EntraError wrongSecret(String clientId) {
    return new EntraError(
        401,
        "invalid_client",
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client"
            + " secret value, not the client secret ID, for a secret added to app '"
            + clientId
            + "'.");
  }

  static EntraError lapsedSecret(String clientId) {
    return new EntraError(
        401,
        "invalid_client",
        7000222,
        "The provided client secret keys for app '" + clientId + "' are expired.");
  }

  /** For a fault that was ordered. */
  static EntraError ordered(int status) {
    return new EntraError(
        status,
        status == 429 || status >= 500 ? "temporarily_unavailable" : "invalid_request",
        90033,
        "A transient error has occurred: it was ordered. Please try again.");
  }

  static EntraError assertionType(String type) {
    return new EntraError(
        400,
        "invalid_request",
        900144,
        type.isEmpty()
            ? "The request body must contain the following parameter: 'client_assertion_type'."
            : "The client assertion type '" + type + "' is not supported.");
  }

  static EntraError malformedAssertion() {
    return assertion(50027, "JWT token is invalid or malformed.");
  }

  static EntraError assertionOfAnother() {
    return assertion(
        700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
  }

  static EntraError assertionForAnother() {
    return assertion(700023, "Client assertion audience claim does not match Realm issuer.");
  }

  static EntraError assertionTime(Instant now, Instant from, Instant until) {
    return assertion(
        700024,
        "Client assertion is not within its valid time range. Current time: "
            + now
            + ", assertion valid from "
            + from
            + ", expiry time of assertion "
            + until
            + ".");
  }

  static EntraError unknownCertificate(String reason, String thumbprint) {
    return assertion(
        700027,
        "The certificate with identifier used to sign the client assertion is not registered on"
            + " application. [Reason - "
            + reason
            + ", Thumbprint of key used by client: '"
            + thumbprint
            + "']");
  }

  static EntraError wrongSignature() {
    return assertion(700027, "Client assertion failed signature validation.");
  }

  private static EntraError assertion(int code, String text) {
    return new EntraError(401, "invalid_client", code, text);
  }

  static EntraError failed() {
    return new EntraError(
        500,
        "server_error",
        50000,
        "There was an error issuing a token or an issue with our sign-in service.");
  }

  Response response(Request request, Instant now) {
    String trace =
        UUID.nameUUIDFromBytes((request.target() + now).getBytes(StandardCharsets.UTF_8))
            .toString();
    // Clients of JavaScript say it in the query.
    String correlation =
        request
            .header("client-request-id")
            .or(() -> request.query("client-request-id"))
            .orElse(trace);
    String timestamp = TIMESTAMP.format(now);
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put(
                "error_description",
                "AADSTS"
                    + code
                    + ": "
                    + text
                    + " Trace ID: "
                    + trace
                    + " Correlation ID: "
                    + correlation
                    + " Timestamp: "
                    + timestamp);
    body.putArray("error_codes").add(code);
    body.put("timestamp", timestamp)
        .put("trace_id", trace)
        .put("correlation_id", correlation)
        .put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
    return Response.json(status, body);
  }

  ServiceError toServiceError(Request request, Instant now) {
    return new ServiceError(response(request, now), "AADSTS" + code + ": " + text);
  }
}
