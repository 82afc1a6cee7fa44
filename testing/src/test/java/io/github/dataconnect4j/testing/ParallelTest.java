package io.github.dataconnect4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Tests that run at once do not meet. */
class ParallelTest {

  /** Copies on tenants of all kinds, with and without faults. */
  static class Busy {

    @Nested
    @DataConnectTest(fresh = FreshTenant.PER_METHOD)
    @Execution(ExecutionMode.CONCURRENT)
    class OnTenantsOfTheirOwn {

      @RepeatedTest(4)
      @Fault(operation = "Pipelines_CreateRun", kind = FaultKind.LOST_ANSWER)
      void losesAnAnswer(DataConnectApp app, VirtualTime time) {
        DataConnectAssertions.assertThat(Mail.copy(app, time)).succeeded();
      }

      @RepeatedTest(4)
      void goesWell(DataConnectApp app, VirtualTime time) {
        DataConnectAssertions.assertThat(Mail.copy(app, time)).succeeded();
      }
    }

    @Nested
    @DataConnectTest(host = HostKind.SYNAPSE)
    @Execution(ExecutionMode.CONCURRENT)
    class OnOneTenant {

      @RepeatedTest(4)
      void goesWell(DataConnectApp app, VirtualTime time) {
        DataConnectAssertions.assertThat(Mail.copy(app, time)).succeeded();
      }
    }
  }

  @Test
  void doesNoHarm() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    DiscoverySelectors.selectClass(Busy.OnTenantsOfTheirOwn.class),
                    DiscoverySelectors.selectClass(Busy.OnOneTenant.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .build(),
            summary);

    assertThat(summary.getSummary().getFailures())
        .extracting(failure -> failure.getException().toString())
        .isEmpty();
    assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(12);
  }
}
