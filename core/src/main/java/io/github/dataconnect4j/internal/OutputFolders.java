package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;

/**
 * The folders of a landing's storage account that runs write to.
 *
 * @param storage reads the account
 * @param account the account's blob endpoint
 * @param container the landing's container
 */
record OutputFolders(Storage storage, URI account, String container) {

  static OutputFolders of(Storage storage, StorageAccount account, String container) {
    // Whatever it was written through, every account is read through its blob endpoint.
    return new OutputFolders(storage, account.blobEndpoint(), container);
  }

  /** A folder of the landing's container, with a closing slash; empty for its root. */
  StoredOutput at(String folder) {
    return at(container, folder);
  }

  /** A folder of another container. */
  StoredOutput at(String otherContainer, String folder) {
    return new StoredOutput(storage, account, otherContainer, folder);
  }
}
