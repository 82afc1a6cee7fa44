package io.github.dataconnect4j.emulator;

import java.net.URI;

/** Where the emulator listens: known only once it does, while the services are made before. */
final class Address {

  private volatile int port;

  void listenAt(int port) {
    this.port = port;
  }

  /** The root of everything. */
  String root() {
    return "https://127.0.0.1:" + port;
  }

  /** The blob endpoint of a storage account. */
  URI blob(String account) {
    return URI.create(root() + "/" + account);
  }

  /** Where what is in a Synapse workspace is. */
  URI synapse(String workspace) {
    return URI.create(root() + "/synapse-dev/" + workspace);
  }

  URI authority() {
    return URI.create(root());
  }
}
