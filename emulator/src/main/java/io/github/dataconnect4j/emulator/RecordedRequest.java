package io.github.dataconnect4j.emulator;

/**
 * What the emulator remembers of a request: never a header or a body, where secrets are.
 *
 * <p>Immutable.
 *
 * @param service the service that answered
 * @param method the HTTP method
 * @param target path and query as they stood on the wire
 * @param status the answer's status
 * @param knownRoute whether the service has the route
 * @since 0.1.0
 */
public record RecordedRequest(
    String service, String method, String target, int status, boolean knownRoute) {}
