package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.StorageAccountStore;
import io.github.dataconnect4j.emulator.arm.StorageProvider;
import io.github.dataconnect4j.emulator.blob.BlobService;
import io.github.dataconnect4j.emulator.blob.BlobStore;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.portal.web.Sinks.Sink;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import java.util.List;

/** Storage accounts and what is in them: Blob storage and Data Lake Storage Gen2. */
final class StoragePart {

  final StorageAccountStore accounts;
  final ArmProvider provider;

  /** Claims whatever nobody else does. */
  final Service service;

  private final Address address;

  StoragePart(
      ArmWorld arm, BlobStore blobs, Gatekeeper gatekeeper, Address address, EmulatorTime time) {
    this.address = address;
    accounts = new StorageAccountStore(arm.resources(), arm.subscriptions(), arm.ids());
    provider =
        new StorageProvider(
            accounts, arm.resources(), arm.operations(), blobs, address::storage, time);
    service = new BlobService(blobs, accounts, arm.roles(), gatekeeper::blob);
  }

  /** The accounts of a tenant, as the portal's wizard offers them. */
  List<Sink> sinks(String tenantId) {
    return accounts.all().stream()
        .filter(account -> account.tenantId().equalsIgnoreCase(tenantId))
        .map(
            account ->
                new Sink(
                    segment(account.resourceId(), "subscriptions"),
                    segment(account.resourceId(), "resourcegroups"),
                    account.name(),
                    address.storage(StorageKind.BLOB, account.name()),
                    address.storage(StorageKind.DATA_LAKE, account.name())))
        .toList();
  }

  private static String segment(String resourceId, String after) {
    List<String> parts = List.of(resourceId.split("/"));
    for (int i = 0; i < parts.size() - 1; i++) {
      if (parts.get(i).equalsIgnoreCase(after)) {
        return parts.get(i + 1);
      }
    }
    return "";
  }
}
