package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Storage accounts and the files in them.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface Storage {

  Optional<StorageAccount> findAccount(String resourceGroup, String name);

  /**
   * Makes a general-purpose account: https only, TLS 1.2, no anonymous containers, no shared key.
   *
   * @param kind what it is for; for a data lake it gets a hierarchical namespace
   */
  StorageAccount createAccount(
      String resourceGroup, String name, Region region, StorageKind kind, Map<String, String> tags);

  boolean containerExists(StorageAccount account, String container);

  /** Makes a private container. */
  void createContainer(StorageAccount account, String container);

  /**
   * Takes a container for one writer, so that several programs do not do the same at once. Files in
   * it are read and written as before. Who dies holding it loses it a minute later.
   *
   * @param leaseId a GUID of the caller's own; who holds the container takes it for another minute
   *     by the same one
   * @param holder who takes it, for others to read
   * @return empty if it was taken; else who holds it, in their own words
   */
  Optional<String> takeLease(
      StorageAccount account, String container, String leaseId, String holder);

  /** Lets go of a container; one that is not held by that id stays as it is. */
  void releaseLease(StorageAccount account, String container, String leaseId);

  boolean isGranted(StorageAccount account, DataRole role, String principalId);

  /** Grants a role on the account. A principal that is not yet visible everywhere is waited for. */
  void grant(StorageAccount account, DataRole role, String principalId, Caller.Kind principalKind);

  /**
   * The files beneath a folder, however deep, in the order of their names.
   *
   * @param accountEndpoint the account's blob endpoint, whatever it is used as
   */
  List<StoredFile> list(URI accountEndpoint, String container, String folder);

  /**
   * Opens a file for reading once from its start. A broken connection is mended, or reading fails;
   * a file that changed meanwhile makes it fail.
   *
   * @param accountEndpoint the account's blob endpoint, whatever it is used as
   */
  InputStream open(URI accountEndpoint, String container, StoredFile file);

  /** A role on the data of a storage account, by Azure's fixed id. */
  enum DataRole {
    BLOB_DATA_READER("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"),
    BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    private final String displayName;
    private final String id;

    DataRole(String displayName, String id) {
      this.displayName = displayName;
      this.id = id;
    }

    public String displayName() {
      return displayName;
    }

    /** The id of the role's definition, the same in every subscription. */
    public String id() {
      return id;
    }
  }

  /**
   * A storage account.
   *
   * @param id the resource id
   * @param resourceGroup the group
   * @param name the name
   * @param region where it is
   * @param kind what it can be used as: a data lake, which serves as blob storage too, if it has a
   *     hierarchical namespace
   * @param blobEndpoint its blob endpoint, as the account itself tells it
   * @param dataLakeEndpoint its Data Lake Storage endpoint, likewise
   */
  record StorageAccount(
      String id,
      String resourceGroup,
      String name,
      Region region,
      StorageKind kind,
      URI blobEndpoint,
      URI dataLakeEndpoint) {

    /** Where it is written to, and what is registered with Data Connect, if it is used so. */
    public URI endpoint(StorageKind use) {
      return switch (use) {
        case BLOB -> blobEndpoint;
        case DATA_LAKE -> dataLakeEndpoint;
      };
    }
  }
}
