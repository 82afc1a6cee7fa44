package io.github.dataconnect4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import io.github.dataconnect4j.spi.Storage.DataRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Data Factory and Synapse have in common: the account, and the JSON of their resources. */
abstract class EmulatedAzureFixture extends EmulatedHostFixture {

  static final String ARM = "https://management.azure.com";

  private static final String CHANGED = "changedByHand";
  private static final String UNKNOWN = "unknownToEveryClient";

  final ByHand hand;

  EmulatedAzureFixture() {
    super(smallTenant());
    hand = new ByHand(emulator());
  }

  /** The address of the host's data plane, without what comes behind a question mark. */
  abstract String dataPlane(Landing landing);

  abstract String audience();

  abstract String apiVersion();

  /** The rest of the address of the call that cancels a run. */
  abstract String cancelPath(String runId);

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public CloudAccount account() {
    return account(emulator());
  }

  static CloudAccount account(DataConnectEmulator emulator) {
    return AzureAccount.at(emulator.cloud())
        .credential(
            AzureCredentials.clientSecret(
                emulator.cloud(),
                emulator.tenantId(),
                emulator.clientId(),
                emulator.clientSecret()))
        .subscription(emulator.subscriptionId())
        .directory(Entra.directory());
  }

  @Override
  public int runs(Landing landing) {
    ObjectNode query = ByHand.object();
    Instant now = emulator().time().now();
    query.put("lastUpdatedAfter", now.minus(Duration.ofDays(30)).toString());
    query.put("lastUpdatedBefore", now.plus(Duration.ofDays(1)).toString());
    JsonNode page = call("POST", landing, "queryPipelineRuns", query);
    if (page.has("continuationToken")) {
      throw new IllegalStateException("More runs than one page has");
    }
    return page.path("value").size();
  }

  @Override
  public void changeByHand(Landing landing, HostResource resource) {
    for (ObjectNode one : all(landing, resource)) {
      changedIn(resource, one);
      write(landing, resource, one);
    }
  }

  private static void changedIn(HostResource resource, ObjectNode one) {
    switch (resource) {
      case LINKED_SERVICE ->
          ((ObjectNode) one.at("/properties/typeProperties")).put("servicePrincipalId", CHANGED);
      case DATASET -> {
        ObjectNode properties = (ObjectNode) one.at("/properties/typeProperties");
        if (properties.has("location")) {
          ((ObjectNode) properties.get("location")).put("container", CHANGED);
        } else {
          properties.put("tableName", CHANGED);
        }
      }
      case PIPELINE ->
          ((ObjectNode) one.at("/properties/activities/0/policy")).put("timeout", CHANGED);
    }
  }

  @Override
  public boolean isChangedByHand(Landing landing, HostResource resource) {
    return all(landing, resource).stream().anyMatch(one -> one.toString().contains(CHANGED));
  }

  @Override
  public void addUnknownMembers(Landing landing, HostResource resource) {
    for (ObjectNode one : all(landing, resource)) {
      places(resource, one).forEach(place -> place.put(UNKNOWN, "kept"));
      write(landing, resource, one);
    }
  }

  @Override
  public boolean hasUnknownMembers(Landing landing, HostResource resource) {
    return all(landing, resource).stream()
        .flatMap(one -> places(resource, one).stream())
        .allMatch(place -> place.path(UNKNOWN).asText().equals("kept"));
  }

  private static List<ObjectNode> places(HostResource resource, ObjectNode one) {
    List<String> pointers =
        switch (resource) {
          case LINKED_SERVICE, DATASET -> List.of("/properties", "/properties/typeProperties");
          case PIPELINE ->
              List.of(
                  "/properties",
                  "/properties/activities/0",
                  "/properties/activities/0/typeProperties",
                  "/properties/activities/0/typeProperties/source");
        };
    List<ObjectNode> places = new ArrayList<>();
    pointers.forEach(pointer -> places.add((ObjectNode) one.at(pointer)));
    return places;
  }

  private List<ObjectNode> all(Landing landing, HostResource resource) {
    return hand.list(address(landing, segment(resource)), audience());
  }

  private void write(Landing landing, HostResource resource, ObjectNode one) {
    ObjectNode body = ByHand.object();
    body.set("properties", one.get("properties"));
    call(
        "PUT",
        landing,
        segment(resource) + "/" + one.get("name").asText().replace(" ", "%20"),
        body);
    // Writes to a workspace take a while to show.
    advance(Duration.ofSeconds(15));
  }

  private static String segment(HostResource resource) {
    return switch (resource) {
      case LINKED_SERVICE -> "linkedservices";
      case DATASET -> "datasets";
      case PIPELINE -> "pipelines";
    };
  }

  @Override
  public String showUnknownState(Landing landing, String runId) {
    cancelByHand(landing, runId);
    return "Canceling";
  }

  @Override
  public void cancelByHand(Landing landing, String runId) {
    call("POST", landing, cancelPath(runId), null);
  }

  @Override
  public String failRun(Landing landing, String runId) {
    emulator().administrator().switchOffDataConnect();
    return "switched off";
  }

  @Override
  public void takeSinkRoleAway(Landing landing, String applicationId) {
    try (CloudAccount account = account()) {
      String principal = account.directory().findServicePrincipal(applicationId).orElseThrow();
      String storage =
          account
              .storage()
              .findAccount(landing.resourceGroup(), landing.storage().account())
              .orElseThrow()
              .id();
      String arm = emulator().cloud().resourceManager().toString();
      String version = "?api-version=2022-04-01";
      hand
          .list(arm + storage + "/providers/Microsoft.Authorization/roleAssignments" + version, ARM)
          .stream()
          .filter(one -> one.at("/properties/principalId").asText().equals(principal))
          .filter(
              one ->
                  one.at("/properties/roleDefinitionId")
                      .asText()
                      .endsWith(DataRole.BLOB_DATA_CONTRIBUTOR.id()))
          .forEach(one -> hand.send("DELETE", arm + one.get("id").asText() + version, ARM, null));
    }
  }

  @Override
  public void writePipelinesByHand(Landing landing, List<String> names) {
    for (String name : names) {
      call("PUT", landing, "pipelines/" + name, ByHand.read("{'properties':{'activities':[]}}"));
    }
    advance(Duration.ofSeconds(15));
  }

  @Override
  public FoundPipeline writePipelineByHand(Landing landing, String name) {
    write(
        landing,
        HostResource.DATASET,
        ByHand.read(
            "{'name':'HandSource','properties':{'type':'Office365Table','linkedServiceName':"
                + reference(linkedService(landing, "Office365"), "LinkedServiceReference")
                + ",'typeProperties':{'tableName':'BasicDataSet_v0.Message_v1'}}}"));
    write(
        landing,
        HostResource.DATASET,
        ByHand.read(
            "{'name':'HandSink','properties':{'type':'Binary','linkedServiceName':"
                + reference(linkedService(landing, "AzureBlobStorage"), "LinkedServiceReference")
                + ",'parameters':{'sub':{'type':'String'}},'typeProperties':{'location':{'type':"
                + "'AzureBlobStorageLocation','container':'m365','folderPath':"
                + "{'type':'Expression','value':'mail/@{dataset().sub}'}}}}}"));
    write(
        landing,
        HostResource.PIPELINE,
        ByHand.read(
            "{'name':'"
                + name
                + "','properties':{'parameters':{'box':{'type':'String','defaultValue':'inbox'}},"
                + "'activities':[{'name':'Copy mail','type':'Copy','inputs':["
                + reference("HandSource", "DatasetReference")
                + "],'outputs':[{'referenceName':'HandSink','type':'DatasetReference',"
                + "'parameters':{'sub':'@{pipeline().parameters.box}/@{pipeline().RunId}'}}],"
                + "'typeProperties':{'source':{'type':'Office365Source',"
                + "'outputColumns':[{'name':'id'},{'name':'sender'}]},"
                + "'sink':{'type':'BinarySink'}}}]}}"));
    return new FoundPipeline(
        name,
        Map.of("box", Optional.of("inbox")),
        List.of(
            new FoundCopy(
                "Copy mail",
                "BasicDataSet_v0.Message_v1",
                List.of("id", "sender"),
                new SinkPath(
                    List.of(
                        new Part(Part.Kind.TEXT, "m365/mail/"),
                        new Part(Part.Kind.PARAMETER, "box"),
                        new Part(Part.Kind.TEXT, "/"),
                        new Part(Part.Kind.RUN_ID, ""))))));
  }

  private String linkedService(Landing landing, String type) {
    return all(landing, HostResource.LINKED_SERVICE).stream()
        .filter(one -> one.at("/properties/type").asText().equals(type))
        .map(one -> one.get("name").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String reference(String name, String type) {
    return "{'referenceName':'" + name + "','type':'" + type + "'}";
  }

  private JsonNode call(String method, Landing landing, String path, JsonNode body) {
    return hand.send(method, address(landing, path), audience(), body);
  }

  private String address(Landing landing, String path) {
    return dataPlane(landing) + "/" + path + "?api-version=" + apiVersion();
  }
}
