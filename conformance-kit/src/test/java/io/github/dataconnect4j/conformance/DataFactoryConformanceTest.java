package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.PipelineHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Data Factory: the real clients over HTTPS, and the emulator. */
class DataFactoryConformanceTest extends PipelineHostContract {

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
      return DataFactory.named(name);
    }

    @Override
    public PipelineHost longestNamedHost() {
      return DataFactory.named("a".repeat(63));
    }

    @Override
    protected String operation(Call call) {
      return switch (call) {
        case PUT_PIPELINE -> "Pipelines_CreateOrUpdate";
        case CREATE_RUN -> "Pipelines_CreateRun";
        case GET_RUN -> "PipelineRuns_Get";
        default -> super.operation(call);
      };
    }

    @Override
    String dataPlane(Landing landing) {
      return emulator().cloud().resourceManager()
          + "/subscriptions/"
          + emulator().subscriptionId()
          + "/resourceGroups/"
          + landing.resourceGroup()
          + "/providers/Microsoft.DataFactory/factories/"
          + landing.host().name();
    }

    @Override
    String audience() {
      return ARM;
    }

    @Override
    String apiVersion() {
      return "2018-06-01";
    }

    @Override
    String cancelPath(String runId) {
      return "pipelineruns/" + runId + "/cancel";
    }
  }
}
