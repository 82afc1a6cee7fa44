package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import java.util.Optional;

/**
 * The cookies of the portals. They bear the port in their names, because browsers send the cookies
 * of one port to all ports of a host, and two emulators may run.
 */
enum Cookie {
  SIGNED_IN("__Host-portal-"),
  VISITING("__Host-portal-visit-");

  /** {@code __Host-} has browsers insist on Secure, on the whole host, and on this host alone. */
  private final String prefix;

  Cookie(String prefix) {
    this.prefix = prefix;
  }

  /** Its value in a request. */
  Optional<String> of(Request request) {
    String start = name(request) + "=";
    for (String one : request.header("Cookie").orElse("").split(";", -1)) {
      if (one.strip().startsWith(start)) {
        return Optional.of(one.strip().substring(start.length()));
      }
    }
    return Optional.empty();
  }

  Response put(Response response, Request request, String value) {
    return response.withHeader("Set-Cookie", name(request) + "=" + value + FLAGS);
  }

  Response remove(Response response, Request request) {
    return response.withHeader("Set-Cookie", name(request) + "=" + FLAGS + "; Max-Age=0");
  }

  private static final String FLAGS = "; Path=/; Secure; HttpOnly; SameSite=Strict";

  // The host was checked before: it is this machine's own.
  private String name(Request request) {
    String host = request.header("Host").orElse("");
    int colon = host.lastIndexOf(':');
    return prefix + (colon < 0 ? "443" : host.substring(colon + 1));
  }
}
