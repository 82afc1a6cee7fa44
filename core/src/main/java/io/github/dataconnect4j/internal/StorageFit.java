package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.Storage.StorageAccount;

/** Whether a storage account that stands already can serve a landing. */
final class StorageFit {

  private StorageFit() {}

  /**
   * Looks at region and namespace.
   *
   * @return the account
   * @throws ConflictException if it cannot serve
   */
  static StorageAccount require(Landing landing, StorageAccount found) {
    requireRegion(landing, found);
    requireNamespace(landing, found);
    return found;
  }

  // A run into an account of another Office region succeeds and brings nothing.
  private static void requireRegion(Landing landing, StorageAccount found) {
    if (!OfficeRegion.of(found.region()).equals(OfficeRegion.of(landing.region()))) {
      throw new ConflictException(
          Problem.of(
                  "use the storage account '" + found.name() + "'",
                  "it is in "
                      + found.region()
                      + ", and the landing is in "
                      + landing.region()
                      + ".",
                  "Take a region of the same Office region, or another account.")
              .withCode("REGION_MISMATCH"),
          null);
    }
  }

  // The other way round is fine: an account with a hierarchical namespace has a blob endpoint too.
  private static void requireNamespace(Landing landing, StorageAccount found) {
    if (landing.storage().kind() == StorageKind.DATA_LAKE
        && found.kind() != StorageKind.DATA_LAKE) {
      throw new ConflictException(
          Problem.of(
                  "use the storage account '" + found.name() + "' as a data lake",
                  "it has no hierarchical namespace.",
                  "Take another account, or this one as Blob Storage: BlobContainer.named(\""
                      + found.name()
                      + "\", \""
                      + landing.storage().container()
                      + "\"). Azure can upgrade it, for good: see Microsoft's page \"Upgrade Azure"
                      + " Blob Storage with Azure Data Lake Storage Gen2 capabilities\".")
              .withCode("NAMESPACE_MISMATCH"),
          null);
    }
  }
}
