package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.StorageKind;

/**
 * What one kind of storage is called in the JSON of Data Factory and Synapse. Source: the
 * connectors' pages "Azure Blob Storage" and "Azure Data Lake Storage Gen2".
 *
 * @param linkedService the type of its linked service
 * @param endpoint the property that holds the account's endpoint there
 * @param location the type of a dataset's location
 * @param container the property that holds the container there
 * @param writeSettings the type of a copy's settings for writing to it
 */
record SinkTerms(
    String linkedService,
    String endpoint,
    String location,
    String container,
    String writeSettings) {

  private static final SinkTerms BLOB =
      new SinkTerms(
          "AzureBlobStorage",
          "serviceEndpoint",
          "AzureBlobStorageLocation",
          "container",
          "AzureBlobStorageWriteSettings");

  private static final SinkTerms DATA_LAKE =
      new SinkTerms(
          "AzureBlobFS", "url", "AzureBlobFSLocation", "fileSystem", "AzureBlobFSWriteSettings");

  static SinkTerms of(StorageKind kind) {
    return switch (kind) {
      case BLOB -> BLOB;
      case DATA_LAKE -> DATA_LAKE;
    };
  }
}
