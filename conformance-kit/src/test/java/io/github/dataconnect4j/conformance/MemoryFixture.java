package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.conformance.MemoryService.Run;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fixture of the backend in memory, with a defect or none. */
class MemoryFixture
    implements PipelineHostFixture,
        StorageFixture,
        SubscriptionFixture,
        DirectoryFixture,
        ConsentFixture {

  private static final Map<HostResource, String> ASKED =
      Map.of(
          HostResource.LINKED_SERVICE, "storage",
          HostResource.DATASET, "folder",
          HostResource.PIPELINE, "columns");

  final MemoryCloud cloud = new MemoryCloud();
  private final Set<Capability> capabilities;
  private final Optional<Defect> defect;

  MemoryFixture(Set<Capability> capabilities, Optional<Defect> defect) {
    this.capabilities = capabilities;
    this.defect = defect;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public CloudAccount account() {
    return new MemoryAccount(cloud, defect);
  }

  @Override
  public PipelineHost host(String name) {
    return new MemoryHost(name, capabilities, defect);
  }

  @Override
  public PipelineHost longestNamedHost() {
    return host("a".repeat(100));
  }

  @Override
  public Region region() {
    return Region.WEST_EUROPE;
  }

  @Override
  public String owner() {
    return MemoryCloud.OWNER;
  }

  @Override
  public void approve(String applicationId) {
    cloud.decide(applicationId, Decision.APPROVED);
  }

  @Override
  public void decline(String applicationId, String reason) {
    cloud.decide(applicationId, Decision.DENIED);
  }

  @Override
  public int writes() {
    return cloud.writes;
  }

  @Override
  public int runs(Landing landing) {
    return service(landing).runs.size();
  }

  @Override
  public int runsPerPage() {
    return MemoryService.RUNS_PER_PAGE;
  }

  @Override
  public int pipelinesPerPage() {
    return MemoryService.PIPELINES_PER_PAGE;
  }

  @Override
  public int filesPerPage() {
    return MemoryStorage.FILES_PER_PAGE;
  }

  @Override
  public void write(StorageAccount account, String container, String path, byte[] content) {
    cloud.write(account.blobEndpoint() + container + "/" + path, content);
  }

  @Override
  public String unregisteredProvider() {
    return "Microsoft.Memory";
  }

  @Override
  public String administrator() {
    return MemoryCloud.ADMINISTRATOR;
  }

  @Override
  public void switchOffDataConnect() {
    cloud.on = false;
  }

  @Override
  public void forbidAuditLog() {
    cloud.logIsOpen = false;
  }

  @Override
  public void restore() {
    cloud.restore();
  }

  MemoryService service(Landing landing) {
    return cloud.service(landing.host().name());
  }

  /** The fixture of a far side that can be driven in every way. */
  static final class Driven extends MemoryFixture {

    Driven(Optional<Defect> defect) {
      super(Set.of(Capability.values()), defect);
    }

    @Override
    public void order(Call call, Trouble trouble) {
      cloud.order(call, trouble);
    }

    @Override
    public void advance(Duration duration) {
      cloud.time.advance(duration);
    }

    @Override
    public List<String> messages() {
      return cloud.messages.stream().map(row -> MemoryRows.json(row, row.keySet())).toList();
    }

    @Override
    public void showRunsAfter(Duration age) {
      cloud.lag = age;
    }

    @Override
    public void changeByHand(Landing landing, HostResource resource) {
      members(landing, resource).forEach(one -> one.put(ASKED.get(resource), "changed by hand"));
    }

    @Override
    public boolean isChangedByHand(Landing landing, HostResource resource) {
      return members(landing, resource).stream()
          .anyMatch(one -> one.containsValue("changed by hand"));
    }

    @Override
    public void addUnknownMembers(Landing landing, HostResource resource) {
      members(landing, resource).forEach(one -> one.put("unknown", "kept"));
    }

    @Override
    public boolean hasUnknownMembers(Landing landing, HostResource resource) {
      return members(landing, resource).stream().allMatch(one -> one.containsKey("unknown"));
    }

    private Collection<Map<String, String>> members(Landing landing, HostResource resource) {
      return service(landing).resources.get(resource).values();
    }

    @Override
    public String showUnknownState(Landing landing, String runId) {
      run(landing, runId).state = "hibernating";
      return "hibernating";
    }

    @Override
    public void cancelByHand(Landing landing, String runId) {
      service(landing).end(run(landing, runId), "stopped", "");
    }

    @Override
    public void takeSinkRoleAway(Landing landing, String applicationId) {
      cloud.standing.remove(
          DataRole.BLOB_DATA_CONTRIBUTOR
              + " "
              + landing.storage().account()
              + " principal of "
              + applicationId);
    }

    @Override
    public String failRun(Landing landing, String runId) {
      run(landing, runId).message = MemoryService.envelope("The loader is out of order.");
      return "out of order";
    }

    @Override
    public void writePipelinesByHand(Landing landing, List<String> names) {
      names.forEach(name -> service(landing).put(HostResource.PIPELINE, name, Map.of()));
    }

    @Override
    public FoundPipeline writePipelineByHand(Landing landing, String name) {
      service(landing)
          .put(
              HostResource.PIPELINE,
              name,
              Map.of(
                  "dataset", "Mail",
                  "columns", "id,sender",
                  "path", "m365/mail/{box}/{run}",
                  "box", "inbox"));
      SinkPath path =
          new SinkPath(
              List.of(
                  new Part(Part.Kind.TEXT, "m365/mail/"),
                  new Part(Part.Kind.PARAMETER, "box"),
                  new Part(Part.Kind.TEXT, "/"),
                  new Part(Part.Kind.RUN_ID, "")));
      return new FoundPipeline(
          name,
          Map.of("box", Optional.of("inbox")),
          List.of(new FoundCopy("copy", "Mail", List.of("id", "sender"), path)));
    }

    private Run run(Landing landing, String runId) {
      return service(landing).runs.get(runId);
    }
  }
}
