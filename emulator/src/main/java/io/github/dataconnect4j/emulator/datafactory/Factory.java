package io.github.dataconnect4j.emulator.datafactory;

import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.time.TimeSource;

/**
 * What runs pipelines: the artifacts and runs of a data factory, or of a Synapse workspace.
 *
 * <p>Thread-safe.
 */
public final class Factory {

  private final String name;
  private final String resourceId;
  private final String resourceType;
  private final Artifacts artifacts;
  private final Runs runs;

  /**
   * @param name its name
   * @param resourceId its full resource id, which those of its artifacts begin with
   * @param resourceType its type, which those of its artifacts begin with
   */
  public Factory(String name, String resourceId, String resourceType, Ids ids, TimeSource time) {
    this.name = name;
    this.resourceId = resourceId;
    this.resourceType = resourceType;
    this.artifacts = new Artifacts(ids);
    this.runs = new Runs(ids, time);
  }

  public String name() {
    return name;
  }

  public String resourceId() {
    return resourceId;
  }

  public String resourceType() {
    return resourceType;
  }

  public Artifacts artifacts() {
    return artifacts;
  }

  public Runs runs() {
    return runs;
  }
}
