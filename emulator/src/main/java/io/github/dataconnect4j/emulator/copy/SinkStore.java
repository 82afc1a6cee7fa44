package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.net.URI;

/**
 * What a copy can write to, and what definitions call it. A dataset's location and a sink's
 * settings must be those of the linked service.
 *
 * <p>Source: the connectors' pages "Azure Blob Storage" and "Azure Data Lake Storage Gen2".
 */
enum SinkStore {
  BLOB(
      StorageKind.BLOB,
      "AzureBlobStorage",
      "serviceEndpoint",
      "AzureBlobStorageLocation",
      "container",
      "AzureBlobStorageWriteSettings"),
  DATA_LAKE(
      StorageKind.DATA_LAKE,
      "AzureBlobFS",
      "url",
      "AzureBlobFSLocation",
      "fileSystem",
      "AzureBlobFSWriteSettings");

  private final StorageKind kind;
  private final String linkedService;
  private final String endpoint;
  private final String location;
  private final String container;
  private final String writeSettings;

  SinkStore(
      StorageKind kind,
      String linkedService,
      String endpoint,
      String location,
      String container,
      String writeSettings) {
    this.kind = kind;
    this.linkedService = linkedService;
    this.endpoint = endpoint;
    this.location = location;
    this.container = container;
    this.writeSettings = writeSettings;
  }

  /** The store that a linked service leads to. */
  static SinkStore of(ResolvedArtifact linkedService) {
    linkedService.requireType(BLOB.linkedService, DATA_LAKE.linkedService);
    return linkedService.type().equals(BLOB.linkedService) ? BLOB : DATA_LAKE;
  }

  /** The endpoint as a linked service of this type has it; empty where it has none. */
  String endpoint(ResolvedArtifact linkedService) {
    return linkedService.text(endpoint);
  }

  /** The type of its linked services. */
  String linkedService() {
    return linkedService;
  }

  /** Container and folder in one. */
  String path(ResolvedArtifact dataset) {
    if (dataset.type().equals("AzureBlob")) {
      require(this == BLOB, "dataset", dataset.type());
      return dataset.text("folderPath").replaceFirst("^/+", "");
    }
    JsonNode place = dataset.properties().at("/typeProperties/location");
    require(place.path("type").asText().equals(location), "location", place.path("type").asText());
    return place.path(container).asText() + "/" + place.path("folderPath").asText();
  }

  /** Refuses an endpoint of the other kind. */
  void requireKind(StorageKind found, URI address) {
    if (found != kind) {
      CopyBehavior.ONE_KIND_OF_SINK.observe();
      throw CopyFailure.ofDefinition(
          "Linked services of type "
              + linkedService
              + " lead to "
              + kind
              + ", and '"
              + address
              + "' is an endpoint of "
              + found
              + ".");
    }
  }

  /** Refuses a sink's settings for another store; they may be left out. */
  void requireSettings(JsonNode sink) {
    String settings = sink.at("/storeSettings/type").asText(writeSettings);
    require(settings.equals(writeSettings), "settings for writing", settings);
  }

  private void require(boolean fits, String what, String type) {
    if (!fits) {
      CopyBehavior.ONE_KIND_OF_SINK.observe();
      throw CopyFailure.ofDefinition(
          "A linked service of type "
              + linkedService
              + " takes no "
              + what
              + " of type '"
              + type
              + "'.");
    }
  }
}
