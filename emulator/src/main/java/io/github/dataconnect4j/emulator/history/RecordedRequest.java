package io.github.dataconnect4j.emulator.history;

import java.util.Optional;

/**
 * What the emulator remembers of a request: never a header or a body, where secrets are.
 *
 * <p>Immutable.
 *
 * @param service the service that answered
 * @param method the HTTP method
 * @param target path and query as they stood on the wire
 * @param status the answer's status; 0 where the connection was broken by order
 * @param operation the operation, by its name in Microsoft's REST descriptions; empty for a route
 *     that the service does not have
 * @since 0.1.0
 */
public record RecordedRequest(
    String service, String method, String target, int status, Optional<String> operation) {}
