package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The host, its runtime, its linked services. */
abstract class ProvisioningBehavior extends Behavior {

  ProvisioningBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void makesWhatIsMissing() {
    scene().applied();
    Pipelines pipelines = scene().pipelines();
    pipelines.createIntegrationRuntime(Scene.RUNTIME, scene().landing.region());

    assertThat(pipelines.hostExists()).isTrue();
    assertThat(pipelines.integrationRuntimeExists(Scene.RUNTIME, scene().landing.region()))
        .isTrue();
    assertThat(pipelines.integrationRuntimeExists(Scene.RUNTIME, new Region("brazilsouth")))
        .isFalse();
    assertThat(pipelines.integrationRuntimeExists("Another", scene().landing.region())).isFalse();
    assertThat(scene().dataConnect.plan(scene().landing).isUpToDate()).isTrue();
  }

  @Test
  void writesNothingTheSecondTime() {
    scene().applied();
    Connections connections = scene().connections("second");
    scene().connect(connections);
    PipelineSpec spec = scene().spec("second", connections, "second");
    assertThat(scene().pipelines().deploy(spec)).isPositive();
    int writes = fixture().writes();

    scene().applied();
    assertThat(scene().pipelines().deploy(spec)).isZero();

    assertThat(fixture().writes()).isEqualTo(writes);
  }

  @Test
  void leavesAHostThatExistsAsItIs() {
    scene().applied();
    int writes = fixture().writes();

    scene()
        .pipelines()
        .createHost(
            new HostSpec(
                scene().landing.region(), Map.of("other", "tags"), scene().storage(), "m365"));

    assertThat(fixture().writes()).isEqualTo(writes);
    assertThat(scene().dataConnect.plan(scene().landing).isUpToDate()).isTrue();
  }

  @Test
  void knowsWhatItsConnectionsWereMadeWith() {
    scene().applied();
    Connections asked = scene().connections("one");
    Connections ofAnotherApplication =
        new Connections(
            asked.appName(),
            asked.integrationRuntime(),
            asked.tenantId(),
            "00000000-0000-4000-8000-000000000001",
            asked.storageKind(),
            asked.storageEndpoint());
    assertThat(scene().isConnected(asked)).isFalse();

    String before = scene().connect(asked);
    String keyId = scene().connect(asked);

    assertThat(scene().isConnectedWith(asked, keyId)).isTrue();
    assertThat(scene().isConnectedWith(asked, before)).isFalse();
    assertThat(scene().isConnected(ofAnotherApplication)).isFalse();
  }

  @Test
  void refusesAnAccountOfAnotherKind() {
    CloudAccount foreign =
        (CloudAccount)
            Proxy.newProxyInstance(
                CloudAccount.class.getClassLoader(),
                new Class<?>[] {CloudAccount.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException("A foreign account was asked for more.");
                });
    PipelineHost host = scene().landing.host();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> host.connect(foreign, "m365-rg"))
        .withMessageContaining(host.name());
  }
}
