package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.synapse.Synapse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Synapse: the real clients over HTTPS, and the emulator. */
class SynapseConformanceTest extends PipelineHostContract {

  private static Fixture fixture;

  @BeforeAll
  static void start() {
    fixture = new Fixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
    assertThat(fixture.emulator().unknownRoutes()).isEmpty();
  }

  @Override
  protected PipelineHostFixture fixture() {
    return fixture;
  }

  private static final class Fixture extends EmulatedAzureFixture {

    @Override
    public PipelineHost host(String name) {
      return Synapse.named(name);
    }

    @Override
    public PipelineHost longestNamedHost() {
      return Synapse.named("a".repeat(50));
    }

    @Override
    protected String operation(Call call) {
      return switch (call) {
        case PUT_PIPELINE -> "Pipeline_CreateOrUpdatePipeline";
        case CREATE_RUN -> "Pipeline_CreatePipelineRun";
        case GET_RUN -> "PipelineRun_GetPipelineRun";
        default -> super.operation(call);
      };
    }

    @Override
    String dataPlane(Landing landing) {
      return emulator().cloud().resourceManager() + "/synapse-dev/" + landing.host().name();
    }

    @Override
    String audience() {
      return emulator().cloud().synapseAudience();
    }

    @Override
    String apiVersion() {
      return "2020-12-01";
    }

    @Override
    String cancelPath(String runId) {
      return "pipelineruns/" + runId + "/cancel";
    }
  }
}
