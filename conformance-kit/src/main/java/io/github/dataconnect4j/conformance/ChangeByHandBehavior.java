package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Resources that somebody changed meanwhile, or added to. */
abstract class ChangeByHandBehavior extends Behavior {

  ChangeByHandBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void seesAndRepairsChangedLinkedServices() {
    needs(Capability.HAND);
    scene().applied();
    change(HostResource.LINKED_SERVICE);

    assertThat(scene().dataConnect.plan(scene().landing).isUpToDate()).isFalse();
    scene().applied();

    assertRepaired(HostResource.LINKED_SERVICE);
    assertThat(scene().dataConnect.plan(scene().landing).isUpToDate()).isTrue();
  }

  @Test
  void seesAndRepairsChangedDatasets() {
    seesAndRepairs(HostResource.DATASET);
  }

  @Test
  void seesAndRepairsChangedPipelines() {
    seesAndRepairs(HostResource.PIPELINE);
  }

  @Test
  void keepsUnknownMembersOfLinkedServices() {
    needs(Capability.HAND);
    scene().applied();
    fixture().addUnknownMembers(scene().landing, HostResource.LINKED_SERVICE);
    change(HostResource.LINKED_SERVICE);

    scene().applied();

    assertUnknownMembers(HostResource.LINKED_SERVICE);
  }

  @Test
  void keepsUnknownMembersOfDatasets() {
    keepsUnknownMembers(HostResource.DATASET);
  }

  @Test
  void keepsUnknownMembersOfPipelines() {
    keepsUnknownMembers(HostResource.PIPELINE);
  }

  private void seesAndRepairs(HostResource resource) {
    needs(Capability.HAND);
    DataConnectApp app = scene().approved();
    app.runner().start(scene().copy());
    change(resource);

    app.runner().start(scene().copy()).await(Scene.LONG);

    assertRepaired(resource);
  }

  private void keepsUnknownMembers(HostResource resource) {
    needs(Capability.HAND);
    DataConnectApp app = scene().approved();
    app.runner().start(scene().copy());
    fixture().addUnknownMembers(scene().landing, resource);
    change(resource);

    app.runner().start(scene().copy());

    assertUnknownMembers(resource);
  }

  private void change(HostResource resource) {
    fixture().changeByHand(scene().landing, resource);
    assertThat(fixture().isChangedByHand(scene().landing, resource)).isTrue();
  }

  private void assertRepaired(HostResource resource) {
    assertThat(fixture().isChangedByHand(scene().landing, resource))
        .as("%s is still as somebody left it", resource)
        .isFalse();
  }

  private void assertUnknownMembers(HostResource resource) {
    // Otherwise nothing was written, and nothing could be lost.
    assertRepaired(resource);
    assertThat(fixture().hasUnknownMembers(scene().landing, resource))
        .as("%s still has the members that no client knows", resource)
        .isTrue();
  }
}
