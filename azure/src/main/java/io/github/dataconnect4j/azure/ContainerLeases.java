package io.github.dataconnect4j.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.storage.fluent.BlobContainersClient;
import com.azure.resourcemanager.storage.fluent.models.BlobContainerInner;
import com.azure.resourcemanager.storage.models.LeaseContainerRequest;
import com.azure.resourcemanager.storage.models.LeaseContainerRequestAction;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Leases on containers, through Azure Resource Manager. A lease keeps the container from being
 * deleted and does nothing else; who holds it stands in the container's metadata, since Azure does
 * not tell.
 *
 * <p>Source: {@code learn.microsoft.com/rest/api/storagerp/blob-containers/lease}.
 */
final class ContainerLeases {

  /** The longest that ends by itself. */
  private static final int SECONDS = 60;

  private static final String HOLDER = "dataconnect4jholder";

  private final Supplier<BlobContainersClient> client;

  ContainerLeases(Supplier<BlobContainersClient> client) {
    this.client = client;
  }

  Optional<String> take(StorageAccount storage, String container, String leaseId, String holder) {
    String attempt =
        "lease the container " + container + " of the storage account " + storage.name();
    try {
      lease(
          storage,
          container,
          new LeaseContainerRequest()
              .withAction(LeaseContainerRequestAction.ACQUIRE)
              .withProposedLeaseId(leaseId)
              .withLeaseDuration(SECONDS));
      client
          .get()
          .update(
              storage.resourceGroup(),
              storage.name(),
              container,
              new BlobContainerInner().withMetadata(Map.of(HOLDER, ascii(holder))));
      return Optional.empty();
    } catch (RuntimeException e) {
      if (!isHeld(e)) {
        throw AzureErrors.translate(attempt, e);
      }
      return Optional.of(holder(attempt, storage, container));
    }
  }

  void release(StorageAccount storage, String container, String leaseId) {
    try {
      lease(
          storage,
          container,
          new LeaseContainerRequest()
              .withAction(LeaseContainerRequestAction.RELEASE)
              .withLeaseId(leaseId));
    } catch (RuntimeException e) {
      // Not held, or by another: what a repetition meets.
      if (!isHeld(e)) {
        throw AzureErrors.translate(
            "release the container " + container + " of the storage account " + storage.name(), e);
      }
    }
  }

  private void lease(StorageAccount storage, String container, LeaseContainerRequest request) {
    client
        .get()
        .leaseWithResponse(
            storage.resourceGroup(), storage.name(), container, request, Context.NONE);
  }

  private String holder(String attempt, StorageAccount storage, String container) {
    try {
      Map<String, String> metadata =
          client.get().get(storage.resourceGroup(), storage.name(), container).metadata();
      return metadata == null
          ? "another program"
          : metadata.getOrDefault(HOLDER, "another program");
    } catch (RuntimeException e) {
      throw AzureErrors.translate(attempt, e);
    }
  }

  private static boolean isHeld(RuntimeException cause) {
    int status = AzureErrors.status(cause);
    return status == 409 || status == 412;
  }

  // Metadata travels in headers.
  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}
