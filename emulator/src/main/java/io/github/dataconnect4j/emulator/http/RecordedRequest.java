package io.github.dataconnect4j.emulator.http;

/**
 * What the emulator remembers of a request: never a header or a body, where secrets are.
 *
 * @param service the service that answered
 * @param method the HTTP method
 * @param target path and query; a query's signature or code does not occur in it
 * @param status the answer's status
 * @param knownRoute whether the service has the route
 */
public record RecordedRequest(
    String service, String method, String target, int status, boolean knownRoute) {

  /** Whether the request could change something. */
  public boolean isWrite() {
    return switch (method) {
      case "PUT", "PATCH", "DELETE" -> true;
      case "POST" ->
          !target.contains("/oauth2/")
              && !target.contains("query")
              && !target.contains("/auditLog/")
              && !target.contains("/sign-in");
      default -> false;
    };
  }
}
