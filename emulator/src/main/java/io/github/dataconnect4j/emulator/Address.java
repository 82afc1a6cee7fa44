package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.StorageKind;
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

  /** Where an account answers: Azure has two hosts for it, and so has the emulator. */
  URI storage(StorageKind kind, String account) {
    return switch (kind) {
      case BLOB -> blob(account);
      case DATA_LAKE -> URI.create(dataLakeRoot() + "/" + account);
    };
  }

  /** What the Data Lake Storage endpoints of all accounts begin with. */
  String dataLakeRoot() {
    return "https://localhost:" + port;
  }

  /** Where what is in a Synapse workspace is. */
  URI synapse(String workspace) {
    return URI.create(root() + "/synapse-dev/" + workspace);
  }

  /** Every endpoint, as programs are told it. */
  Cloud.Builder cloud() {
    return Cloud.builder("emulator")
        .authority(root())
        .resourceManager(root(), "https://management.azure.com")
        .graph(root() + "/v1.0", "https://graph.microsoft.com")
        .blob(root() + "/{account}")
        .dataLake(dataLakeRoot() + "/{account}")
        .synapseAudience("https://dev.azuresynapse.net")
        .portal(root() + "/data-connect");
  }

  URI authority() {
    return URI.create(root());
  }
}
