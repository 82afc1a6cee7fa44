package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.dataconnect4j.spi.PipelineHost;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit, tried on a backend that does one thing wrong. */
class BrokenBackendTest {

  /** The one behavior that is about what a backend cannot do; the minimal backend shows it. */
  private static final String REFUSAL = "refuses";

  private static Supplier<PipelineHostFixture> fixtures =
      () -> new MemoryFixture.Driven(Optional.empty());

  /** The kit as the author of a backend runs it; not found by the build, which looks for *Test. */
  static class Conformance extends PipelineHostContract {
    @Override
    protected PipelineHostFixture fixture() {
      return fixtures.get();
    }
  }

  @Test
  void aBackendWithoutDefectPasses() {
    Outcome outcome = run(() -> new MemoryFixture.Driven(Optional.empty()));

    assertThat(outcome.failed).isEmpty();
    assertThat(outcome.skipped).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void eachDefectIsCaughtByTheBehaviorNamedForIt(Defect defect) {
    Outcome outcome = run(() -> new MemoryFixture.Driven(Optional.of(defect)));

    assertThat(outcome.failed.keySet()).contains(defect.behavior());
    Set<String> others = new HashSet<>(outcome.failed.keySet());
    others.remove(defect.behavior());
    assertThat(others).as("what else fails: %s", outcome.failed).isEqualTo(defect.unavoidable());
  }

  @Test
  void eachBehaviorHasItsDefect() {
    Set<String> behaviors = run(() -> new MemoryFixture.Driven(Optional.empty())).passed;

    assertThat(Arrays.stream(Defect.values()).map(Defect::behavior))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(behaviors);
  }

  @Test
  void whatAMinimalBackendCannotDoIsSkippedAndRefused() {
    Outcome outcome = run(() -> new MemoryFixture(Set.of(), Optional.empty()));

    assertThat(outcome.failed).isEmpty();
    assertThat(outcome.skipped)
        .containsEntry("cancelsARun", "CANCEL is missing: the host cannot stop a run")
        .containsKeys("showsEveryStage", "waitsAsLongAsAReadIsAskedTo");
    assertThat(outcome.passed)
        .contains("runsACopyToItsEnd", "isAttachedToFromAnotherProcess")
        .contains(
            REFUSAL + " without CANCEL",
            REFUSAL + " without TROUBLE",
            REFUSAL + " without CLOCK",
            REFUSAL + " without HAND");
  }

  @Test
  void aCapabilityThatIsClaimedMissingAndPresentIsCaught() {
    Outcome outcome =
        run(
            () ->
                new MemoryFixture(Set.of(), Optional.empty()) {
                  @Override
                  public PipelineHost host(String name) {
                    return new MemoryHost(name, Set.of(Capability.CANCEL), Optional.empty());
                  }
                });

    assertThat(outcome.failed.keySet()).containsExactly(REFUSAL + " without CANCEL");
  }

  private static Outcome run(Supplier<PipelineHostFixture> supplier) {
    fixtures = supplier;
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Conformance.class)).build();
    Outcome outcome = new Outcome();
    LauncherFactory.create().execute(request, outcome);
    assertThat(outcome.passed).as("behaviors that ran").isNotEmpty();
    return outcome;
  }

  /** What became of each behavior, by the name of its method. */
  private static final class Outcome implements TestExecutionListener {
    final Set<String> passed = new TreeSet<>();
    final Map<String, String> skipped = new TreeMap<>();
    final Map<String, String> failed = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String name = test.getDisplayName().replace("()", "");
      String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
      switch (result.getStatus()) {
        case SUCCESSFUL -> {
          if (test.isTest()) {
            passed.add(name);
          }
        }
        case ABORTED -> skipped.put(name, reason.replace("Assumption failed: ", ""));
        case FAILED -> failed.put(name, String.valueOf(result.getThrowable().orElse(null)));
      }
    }
  }
}
