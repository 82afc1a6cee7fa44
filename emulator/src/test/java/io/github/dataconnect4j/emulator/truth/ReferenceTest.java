package io.github.dataconnect4j.emulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceTest {

  // Each address was found in a stored copy of the page, or linked from one of Microsoft's.
  @Test
  void leadsToThePageOfAnOperation() {
    assertThat(Reference.DATA_FACTORY.operation("PipelineRuns_QueryByFactory").source())
        .isEqualTo(
            Source.documented(
                "https://learn.microsoft.com/rest/api/datafactory/pipeline-runs/query-by-factory"));
    assertThat(Reference.SYNAPSE.operation("IntegrationRuntimes_Start").source())
        .isEqualTo(
            Source.documented(
                "https://learn.microsoft.com/rest/api/synapse/integration-runtimes/start"));
    assertThat(Reference.SYNAPSE_DATA_PLANE.operation("PipelineRun_GetPipelineRun").source())
        .isEqualTo(
            Source.documented(
                "https://learn.microsoft.com/rest/api/synapse/data-plane/pipeline-run/get-pipeline-run"));
    assertThat(Reference.storageService("PutBlockList").source())
        .isEqualTo(
            Source.documented(
                "https://learn.microsoft.com/rest/api/storageservices/put-block-list"));
  }
}
