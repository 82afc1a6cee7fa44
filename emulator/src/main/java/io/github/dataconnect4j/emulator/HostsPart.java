package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.copy.CopyEngine;
import io.github.dataconnect4j.emulator.datafactory.DataFactoryProvider;
import io.github.dataconnect4j.emulator.datafactory.Factories;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.synapse.SynapseProvider;
import io.github.dataconnect4j.emulator.synapse.SynapseService;
import io.github.dataconnect4j.emulator.synapse.WorkspaceBodies;
import io.github.dataconnect4j.emulator.synapse.Workspaces;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where pipelines run: Data Factory and, unless left out, Synapse. */
final class HostsPart {

  private final List<ArmProvider> providers = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();

  /**
   * @param synapse how its workspaces answer writes; empty to leave the service out
   */
  HostsPart(
      ArmWorld arm,
      CopyEngine engine,
      Gatekeeper gatekeeper,
      Address address,
      Optional<WriteForm> synapse) {
    int pageSize = DataFactoryProvider.PAGE_SIZE;
    providers.add(new DataFactoryProvider(arm, new Factories(), engine, pageSize));
    if (synapse.isPresent()) {
      Workspaces workspaces = new Workspaces();
      providers.add(
          new SynapseProvider(
              arm,
              workspaces,
              new WorkspaceBodies(arm, address::synapse),
              gatekeeper::arm,
              pageSize));
      services.add(
          new SynapseService(
              workspaces, arm, gatekeeper::synapse, engine, synapse.get(), pageSize));
    }
  }

  List<ArmProvider> providers() {
    return providers;
  }

  List<Service> services() {
    return services;
  }
}
