package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.blob.BlobStore;
import io.github.dataconnect4j.emulator.copy.CopyEngine;
import io.github.dataconnect4j.emulator.copy.CopyWorld;
import io.github.dataconnect4j.emulator.graph.UserScopeFilter;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.time.RealTime;
import io.github.dataconnect4j.emulator.world.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The emulated services: each part wires itself, and here they are put together. */
final class World implements AutoCloseable {

  final Identity identity;
  final EmulatorTime time;
  final Address address = new Address();
  final KeyVault keyVault = new KeyVault();
  final DirectoryPart directory;
  final PortalPart portal;
  final CopyEngine engine;
  final List<Service> services;

  private final BlobStore blobs;
  private final ArmPart arm;

  /**
   * @param synapse how its workspaces answer writes; empty to leave the service out
   */
  World(
      Identity identity,
      EmulatorTime time,
      Pace pace,
      TenantData data,
      Optional<WriteForm> synapse) {
    this.identity = identity;
    this.time = time;
    // Not the seed that the tenant's own ids are made from: they would come again here.
    Ids ids = new Ids(new Random(identity.seed() + 3));
    blobs = new BlobStore(time);
    directory = new DirectoryPart(identity, data, time);
    Gatekeeper gatekeeper = new Gatekeeper(directory.tokens, address);
    arm = new ArmPart(identity, directory, pace, blobs, ids, time);
    StoragePart storage = new StoragePart(arm.world, blobs, gatekeeper, address, time);
    portal = new PortalPart(identity, directory, () -> storage.sinks(identity.tenantId()), time);
    engine = new CopyEngine(copyWorld(data, storage), pace.runs());
    HostsPart hosts = new HostsPart(arm.world, engine, gatekeeper, address, synapse);

    List<ArmProvider> providers = new ArrayList<>();
    providers.add(storage.provider);
    providers.addAll(hosts.providers());
    // In this order they are asked whether a request is theirs.
    List<Service> all = new ArrayList<>(directory.services);
    all.addAll(portal.services);
    all.add(arm.service(gatekeeper, providers));
    all.addAll(hosts.services());
    all.add(storage.service);
    services = List.copyOf(all);
  }

  private CopyWorld copyWorld(TenantData data, StoragePart storage) {
    return new CopyWorld(
        time,
        directory.store,
        directory.store,
        portal.registrations,
        data.rows(),
        storage.accounts,
        arm.world.roles(),
        blobs,
        keyVault.reader(),
        address::storage,
        UserScopeFilter::parse,
        arm.world.ids());
  }

  /** Puts there what needs the port, once it is known. */
  void listenAt(int port) {
    address.listenAt(port);
    arm.addForeignAccount();
  }

  @Override
  public void close() {
    if (time instanceof RealTime real) {
      real.close();
    }
    blobs.close();
  }
}
