package io.github.dataconnect4j.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.StubHost;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import java.net.URL;

/**
 * A workspace with its own endpoint beside Azure Resource Manager, where its path is {@code arm}.
 */
final class StubWorkspace extends StubHost {

  static final String DEV = "https://ws.dev.example";
  private static final String ARM = "/providers/Microsoft.Synapse/workspaces/ws";

  /** A workspace that stands and names its endpoint. */
  static StubWorkspace standing() {
    StubWorkspace far = new StubWorkspace();
    far.has("arm", workspace("Succeeded"));
    return far;
  }

  static String workspace(String state) {
    return "{'location':'westeurope','properties':{'provisioningState':'"
        + state
        + "','connectivityEndpoints':{'dev':'"
        + DEV
        + "','web':'https://web.example'}}}";
  }

  HostPipelines pipelines() {
    Workspace workspace = new Workspace(pipeline(), profile(), waiting(), "rg", "ws");
    return Synapse.pipelines(workspace, endpoint -> pipeline(), waiting(), time);
  }

  ArtifactStore artifacts() {
    return pipelines().artifacts();
  }

  @Override
  protected String path(URL url) {
    int arm = url.getPath().indexOf(ARM);
    return arm < 0 ? url.getPath() : "arm" + url.getPath().substring(arm + ARM.length());
  }

  @Override
  protected JsonNode stored(String path, ObjectNode body) {
    if (!path.equals("arm")) {
      return super.stored(path, body);
    }
    ObjectNode kept = body.deepCopy();
    ((ObjectNode) kept.get("properties"))
        .put("provisioningState", "Succeeded")
        .putObject("connectivityEndpoints")
        .put("dev", DEV);
    return kept;
  }
}
