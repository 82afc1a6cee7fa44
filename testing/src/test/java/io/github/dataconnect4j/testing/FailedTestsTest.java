package io.github.dataconnect4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a test that fails leaves in the report. */
class FailedTestsTest {

  /** Lets the classes below run from here alone: they fail, and a build may find them too. */
  static final class FromHereAlone implements ExecutionCondition {

    static final String KEY = "from.here";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(KEY).isPresent()
          ? ConditionEvaluationResult.enabled("started from the test around it")
          : ConditionEvaluationResult.disabled("fails as planned");
    }
  }

  @ExtendWith(FromHereAlone.class)
  @DataConnectTest
  static class Failing {

    @Test
    @Fault(operation = "Pipelines_CreateRun", kind = FaultKind.LOST_ANSWER)
    void failsWithAnApp(DataConnectApp app) {
      throw new AssertionError("as planned");
    }

    @Test
    @Fault(operation = "Pipelines_CreateRuns", kind = FaultKind.LOST_ANSWER)
    void ordersAnUnknownOperation(DataConnectEmulator emulator) {}

    @Test
    void isAborted(DataConnectApp app) {
      assumeTrue(false, "not here");
    }

    @Test
    void passes(DataConnectApp app) {}
  }

  @ExtendWith(FromHereAlone.class)
  @DataConnectTest(fresh = FreshTenant.PER_METHOD)
  static class FailingBefore {

    @BeforeEach
    void prepare(DataConnectApp app) {
      throw new IllegalStateException("as planned too");
    }

    @Test
    void isNeverReached() {}
  }

  @ExtendWith(FromHereAlone.class)
  @DataConnectTest(reads = "Mesage_v1")
  static class Misspelt {

    @Test
    void hasNoApp(DataConnectApp app) {}
  }

  @ExtendWith(FromHereAlone.class)
  @DataConnectTest(fresh = FreshTenant.PER_METHOD)
  static class TooEarly {

    TooEarly(DataConnectEmulator emulator) {}

    @Test
    void isNeverReached() {}
  }

  @Test
  void haveTheHistoryOfTheirTenantInTheReport() {
    Report report = Report.of(Failing.class);

    assertThat(report.failures).containsOnlyKeys("failsWithAnApp", "ordersAnUnknownOperation");
    assertThat(report.entries).containsOnlyKeys("failsWithAnApp");
    assertThat(report.entries.get("failsWithAnApp"))
        .startsWith("History of the emulator at https://127.0.0.1:")
        .contains("seed 1, its clock at ")
        .contains("0 requests to unknown routes")
        .contains("1 ordered faults that no call met\n  Pipelines_CreateRun: answer lost\n")
        .contains("\n  200 ")
        .contains("Factories_CreateOrUpdate PUT /subscriptions/")
        .doesNotContain("developer@")
        .hasSizeLessThanOrEqualTo(History.LONGEST + 2);
    assertThat(report.failures.get("failsWithAnApp"))
        .hasMessage("as planned")
        .satisfies(
            thrown ->
                assertThat(Arrays.stream(thrown.getSuppressed()).map(Throwable::getMessage))
                    .contains(report.entries.get("failsWithAnApp")));
    assertThat(report.failures.get("ordersAnUnknownOperation"))
        .hasMessageContaining("Did you mean 'Pipelines_CreateRun'?");
  }

  @Test
  void haveItAlsoIfTheyFailBeforeTheirMethod() {
    Report report = Report.of(FailingBefore.class);

    assertThat(report.failures.get("isNeverReached")).hasMessage("as planned too");
    assertThat(report.entries.get("isNeverReached")).startsWith("History of the emulator at ");
  }

  @Test
  void sayWhatIsWrongWithTheAnnotation() {
    assertThat(Report.of(Misspelt.class).failures.get("hasNoApp"))
        .hasStackTraceContaining("Did you mean 'Message_v1'?");
    assertThat(Report.of(TooEarly.class).failures.get("isNeverReached"))
        .hasMessageContaining("There is no tenant yet: it is fresh for each test method.");
  }

  /** What the JUnit platform tells of a run of a class, by method. */
  private static final class Report implements TestExecutionListener {

    private final Map<String, Throwable> failures = new TreeMap<>();
    private final Map<String, String> entries = new HashMap<>();

    static Report of(Class<?> tests) {
      Report report = new Report();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(tests))
                  .configurationParameter(FromHereAlone.KEY, "yes")
                  .build(),
              report);
      return report;
    }

    private static String method(TestIdentifier test) {
      return test.getDisplayName().replaceAll("\\(.*", "");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failures.put(method(test), result.getThrowable().orElseThrow());
      }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entries.put(method(test), entry.getKeyValuePairs().get(TenantHistory.ENTRY));
    }
  }
}
