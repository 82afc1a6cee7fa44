package io.github.dataconnect4j.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A container of a storage account: where extracts are delivered. Data Lake Storage Gen2 calls one
 * a file system.
 *
 * <p>Immutable.
 *
 * @param account the storage account: 3 to 24 lower-case letters and digits, unique in all Azure
 * @param container the container: 3 to 63 lower-case letters, digits and single hyphens
 * @param folder the folder that all runs write beneath; empty for the container's root
 * @param kind what the account is used as
 * @since 0.1.0
 */
public record BlobContainer(String account, String container, String folder, StorageKind kind) {

  /**
   * @throws IllegalArgumentException if a name breaks Azure's rules; every fault is named
   */
  public BlobContainer {
    Objects.requireNonNull(kind, "kind");
    List<String> faults = new ArrayList<>();
    if (!Objects.requireNonNull(account, "account").matches("[a-z0-9]{3,24}")) {
      faults.add(
          "Storage account '"
              + account
              + "' must be 3 to 24 lower-case letters and digits, such as 'mgdcm365datastore'.");
    }
    if (!Objects.requireNonNull(container, "container")
        .matches("(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
      faults.add(
          "Container '"
              + container
              + "' must be 3 to 63 lower-case letters, digits and single hyphens, such as 'm365'.");
    }
    if (!isSafeFolder(Objects.requireNonNull(folder, "folder"))) {
      faults.add(
          "Folder '"
              + folder
              + "' may have only letters, digits, '-', '_', '.', '=' and '/' between names, and no"
              + " name may end with '.': write it as in 'mail/2026'.");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
  }

  /** A container of Blob Storage that runs write to from its root. */
  public static BlobContainer named(String account, String container) {
    return new BlobContainer(account, container, "", StorageKind.BLOB);
  }

  /**
   * A file system of Data Lake Storage Gen2 that runs write to from its root.
   *
   * <p>An account that does not exist is made with a hierarchical namespace; one that exists must
   * have one.
   */
  public static BlobContainer inDataLake(String account, String fileSystem) {
    return new BlobContainer(account, fileSystem, "", StorageKind.DATA_LAKE);
  }

  /** The same container with a folder that all runs write beneath, such as {@code mail/2026}. */
  public BlobContainer under(String folder) {
    return new BlobContainer(account, container, folder, kind);
  }

  // An allow-list: what it lets through reads the same encoded and decoded, on every server.
  private static boolean isSafeFolder(String folder) {
    if (folder.isEmpty()) {
      return true;
    }
    for (String name : folder.split("/", -1)) {
      if (!name.matches("[A-Za-z0-9._=-]+") || name.endsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
