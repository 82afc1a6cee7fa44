package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person would make by hand in the studio, upon the linked services that are there. */
final class StudioPipeline {

  static final String NAME = "Copy mail (by hand)";

  private StudioPipeline() {}

  /** Makes a pipeline that copies the last thirty days' mail into a folder by its parameter. */
  static void make(ArtifactStore studio, Instant now, String... columns) {
    put(studio, ArtifactKind.DATASET, "HandSource", source());
    put(studio, ArtifactKind.DATASET, "HandSink", sink());
    put(
        studio,
        ArtifactKind.PIPELINE,
        NAME,
        Map.of(
            "parameters",
            Map.of("day", Map.of("type", "String")),
            "activities",
            List.of(copy(now, columns))));
  }

  private static void put(
      ArtifactStore studio, ArtifactKind kind, String name, Map<String, Object> properties) {
    studio.put(kind, name, properties, Optional.empty());
  }

  private static Map<String, Object> source() {
    return Map.of(
        "type", "Office365Table",
        "linkedServiceName", reference("LinkedServiceReference", "email__metrics_m365"),
        "typeProperties", Map.of("tableName", "BasicDataSet_v0.Message_v1"));
  }

  private static Map<String, Object> sink() {
    return Map.of(
        "type", "Binary",
        "linkedServiceName", reference("LinkedServiceReference", "email__metrics_storage"),
        "parameters", Map.of("day", Map.of("type", "String")),
        "typeProperties",
            Map.of(
                "location",
                Map.of(
                    "type", "AzureBlobStorageLocation",
                    "container", "m365",
                    "folderPath", "@concat('by hand/', dataset().day)")));
  }

  private static Map<String, Object> copy(Instant now, String... columns) {
    Map<String, Object> source =
        Map.of(
            "type",
            "Office365Source",
            "MGDCTemplateId",
            "0a1b2c3d",
            "dateFilterColumn",
            "receivedDateTime",
            "startTime",
            now.minus(Duration.ofDays(30)).toString(),
            "endTime",
            now.toString(),
            "outputColumns",
            Arrays.stream(columns).map(one -> Map.of("name", one)).toList());
    Map<String, Object> output =
        Map.of(
            "referenceName", "HandSink",
            "type", "DatasetReference",
            "parameters", Map.of("day", "@pipeline().parameters.day"));
    return Map.of(
        "name", "CopyIt",
        "type", "Copy",
        "inputs", List.of(reference("DatasetReference", "HandSource")),
        "outputs", List.of(output),
        "typeProperties", Map.of("source", source, "sink", Map.of("type", "BinarySink")));
  }

  private static Map<String, Object> reference(String type, String name) {
    return Map.of("referenceName", name, "type", type);
  }
}
