package io.github.dataconnect4j.emulator.standalone;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client needs to know, under the names that clients in any language read it by. */
final class Endpoints {

  static final String PORTAL = "DATACONNECT_PORTAL_ENDPOINT";

  private Endpoints() {}

  /** Names and values, in their order. No value needs quotes, as long as the path has no blank. */
  static Map<String, String> of(DataConnectEmulator emulator, Path certificate) {
    String root = emulator.cloud().authority().toString();
    Map<String, String> values = new LinkedHashMap<>();
    // The names of Azure's own clients, which read the first four from the environment.
    values.put("AZURE_AUTHORITY_HOST", root);
    values.put("AZURE_TENANT_ID", emulator.tenantId());
    values.put("AZURE_CLIENT_ID", emulator.clientId());
    values.put("AZURE_CLIENT_SECRET", emulator.clientSecret().reveal());
    values.put("AZURE_SUBSCRIPTION_ID", emulator.subscriptionId());
    values.put("DATACONNECT_ARM_ENDPOINT", emulator.cloud().resourceManager().toString());
    values.put("DATACONNECT_GRAPH_ENDPOINT", emulator.cloud().graph().toString());
    values.put("DATACONNECT_SYNAPSE_ENDPOINT", root + "/synapse-dev/{workspace}");
    values.put("DATACONNECT_BLOB_ENDPOINT", root);
    // Another name of the same machine: a client's request tells by its host which of the two
    // storage services it is for.
    values.put("DATACONNECT_DFS_ENDPOINT", "https://localhost:" + URI.create(root).getPort());
    values.put("DATACONNECT_LOCATION", emulator.region().name());
    values.put("DATACONNECT_CA_CERTIFICATE", certificate.toString());
    values.put(PORTAL, emulator.cloud().portal().orElseThrow().toString());
    return values;
  }
}
