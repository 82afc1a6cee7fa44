package io.github.dataconnect4j.azure.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.StorageKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArtifactNamesTest {

  private static final List<String> AWKWARD =
      List.of(
          "a-b",
          "a_b",
          "a__b",
          "a--b",
          "a-_b",
          "a_-b",
          "a b",
          "a.b",
          "a/b",
          "ab",
          "-ab",
          "ab-",
          "_ab",
          "ab_",
          "a___b",
          "ä",
          "ö",
          "a".repeat(140),
          "a".repeat(141),
          "a".repeat(142));

  @Test
  void keepsAPipelinesNameWhereItCan() {
    assertThat(ArtifactNames.pipeline("email-metrics_Message_v1_0a1b2c3d"))
        .isEqualTo("email-metrics_Message_v1_0a1b2c3d");
    assertThat(ArtifactNames.pipeline("a".repeat(140))).isEqualTo("a".repeat(140));
    assertThat(ArtifactNames.pipeline("Copy all mail (2026), Zürich"))
        .isEqualTo("Copy all mail (2026), Zürich");
  }

  @Test
  void keepsOtherNamesReadable() {
    assertThat(ArtifactNames.microsoft365("email-metrics")).isEqualTo("email__metrics_m365");
    assertThat(ArtifactNames.storage("email_metrics", StorageKind.BLOB))
        .isEqualTo("email_metrics_storage");
    assertThat(ArtifactNames.storage("email-metrics", StorageKind.DATA_LAKE))
        .isEqualTo("email__metrics_datalake");
    assertThat(ArtifactNames.source("email-metrics_Message_v1_0a1b2c3d"))
        .isEqualTo("email__metrics_Message_v1_0a1b2c3d_source");
    assertThat(ArtifactNames.activity("BasicDataSet_v0.Message_v1")).isEqualTo("Message_v1");
    assertThat(ArtifactNames.activity("Viva.Insights-v1")).isEqualTo("Viva_Insights_v1");
  }

  @Test
  void givesDifferentNamesToDifferentThings() {
    assertThat(AWKWARD.stream().map(ArtifactNames::microsoft365).collect(Collectors.toSet()))
        .hasSameSizeAs(AWKWARD);
    assertThat(AWKWARD.stream().map(ArtifactNames::pipeline).collect(Collectors.toSet()))
        .hasSameSizeAs(AWKWARD);
    // A name that looks like one with a hash is not mistaken for it.
    assertThat(ArtifactNames.sink("a_b___" + "0".repeat(16)))
        .isNotEqualTo("a_b___" + "0".repeat(16) + "_sink");
  }

  @Test
  void givesOnlyNamesThatTheServiceTakes() {
    assertThat(AWKWARD)
        .allSatisfy(
            name -> {
              assertThat(ArtifactNames.pipeline(name)).matches("[\\p{L}0-9_ -]{1,140}");
              assertThat(ArtifactNames.source(name)).matches("[A-Za-z0-9_]{1,140}");
              assertThat(ArtifactNames.storage(name, StorageKind.BLOB))
                  .matches("[A-Za-z0-9_]{1,140}");
            });
  }
}
