package io.github.dataconnect4j.emulator.http;

import java.util.List;
import java.util.Set;

/**
 * Tells requests made to this machine from those that a foreign web page made it make: a name that
 * was bound anew to 127.0.0.1 stays in {@code Host}, and the page's own address in {@code Origin}.
 */
final class LoopbackCallers {

  private final Set<String> hosts;

  LoopbackCallers(int port) {
    hosts = Set.of("127.0.0.1", "localhost", "127.0.0.1:" + port, "localhost:" + port);
  }

  /** Whether a request names this machine as its host, once, and no other place as its origin. */
  boolean admit(Headers headers) {
    List<String> host = headers.all("Host");
    return host.size() == 1
        && hosts.contains(host.get(0))
        && headers.all("Origin").stream().allMatch(one -> one.equals("https://" + host.get(0)));
  }
}
