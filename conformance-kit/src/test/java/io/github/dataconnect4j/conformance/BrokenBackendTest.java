package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.spi.PipelineHost;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit, tried on a backend that does one thing wrong. */
class BrokenBackendTest {

  /** The one behavior that is about what a backend cannot do; the minimal backend shows it. */
  private static final String REFUSAL = "refuses";

  private static final List<Class<?>> CONTRACTS =
      List.of(Host.class, Files.class, Ground.class, People.class, Log.class, Portal.class);

  private static Supplier<MemoryFixture> fixtures = () -> driven(Optional.empty());

  // The kit as the author of a backend runs it; not found by the build, which looks for *Test.

  static class Host extends PipelineHostContract {
    @Override
    protected PipelineHostFixture fixture() {
      return fixtures.get();
    }
  }

  static class Files extends StorageContract {
    @Override
    protected StorageFixture fixture() {
      return fixtures.get();
    }
  }

  static class Ground extends SubscriptionContract {
    @Override
    protected SubscriptionFixture fixture() {
      return fixtures.get();
    }
  }

  static class People extends DirectoryContract {
    @Override
    protected DirectoryFixture fixture() {
      return fixtures.get();
    }
  }

  static class Log extends ConsentLogContract {
    @Override
    protected ConsentFixture fixture() {
      return fixtures.get();
    }
  }

  static class Portal extends RegistrationPortalContract {
    @Override
    protected ConsentFixture fixture() {
      return fixtures.get();
    }
  }

  @Test
  void aBackendWithoutDefectPasses() {
    Outcome outcome = run(CONTRACTS, () -> driven(Optional.empty()));

    assertThat(outcome.failed).isEmpty();
    assertThat(outcome.skipped).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void eachDefectIsCaughtByTheBehaviorNamedForIt(Defect defect) {
    List<Class<?>> contracts =
        CONTRACTS.stream().filter(one -> behaviors(one).contains(defect.behavior())).toList();
    assertThat(contracts).as("contracts with the behavior %s", defect.behavior()).hasSize(1);

    Outcome outcome = run(contracts, () -> driven(Optional.of(defect)));

    assertThat(outcome.failed.keySet()).contains(defect.behavior());
    Set<String> others = new HashSet<>(outcome.failed.keySet());
    others.remove(defect.behavior());
    assertThat(others).as("what else fails: %s", outcome.failed).isEqualTo(defect.unavoidable());
  }

  @Test
  void eachBehaviorHasItsDefect() {
    List<String> behaviors = CONTRACTS.stream().flatMap(one -> behaviors(one).stream()).toList();

    assertThat(Arrays.stream(Defect.values()).map(Defect::behavior))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(behaviors);
  }

  @Test
  void whatAMinimalBackendCannotDoIsSkippedAndRefused() {
    Outcome outcome = run(List.of(Host.class), () -> new MemoryFixture(Set.of(), Optional.empty()));

    assertThat(outcome.failed).isEmpty();
    assertThat(outcome.skipped)
        .containsEntry("cancelsARun", "CANCEL is missing: the host cannot stop a run")
        .containsKeys(
            "showsEveryStage", "waitsAsLongAsAReadIsAskedTo", "copiesEveryRowOfTheWindow");
    assertThat(outcome.passed)
        .contains("runsACopyToItsEnd", "isAttachedToFromAnotherProcess")
        .contains("copiesTheAskedColumns", "copiesNothingFromOutsideTheWindow")
        .contains(
            REFUSAL + " without CANCEL",
            REFUSAL + " without TROUBLE",
            REFUSAL + " without CLOCK",
            REFUSAL + " without ROWS",
            REFUSAL + " without HAND");
  }

  @Test
  void aCapabilityThatIsClaimedMissingAndPresentIsCaught() {
    Outcome outcome =
        run(
            List.of(Host.class),
            () ->
                new MemoryFixture(Set.of(), Optional.empty()) {
                  @Override
                  public PipelineHost host(String name) {
                    return new MemoryHost(name, Set.of(Capability.CANCEL), Optional.empty());
                  }
                });

    assertThat(outcome.failed.keySet()).containsExactly(REFUSAL + " without CANCEL");
  }

  private static MemoryFixture driven(Optional<Defect> defect) {
    return new MemoryFixture.Driven(defect);
  }

  /** The tests of a contract; those that a factory makes are none. */
  private static List<String> behaviors(Class<?> contract) {
    TestPlan plan = LauncherFactory.create().discover(request(List.of(contract)));
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .map(BrokenBackendTest::name)
        .toList();
  }

  private static Outcome run(List<Class<?>> contracts, Supplier<MemoryFixture> supplier) {
    Outcome outcome = new Outcome();
    Supplier<MemoryFixture> flawless = fixtures;
    fixtures = supplier;
    try {
      LauncherFactory.create().execute(request(contracts), outcome);
    } finally {
      fixtures = flawless; // for whoever runs the nested classes by themselves
    }
    assertThat(outcome.passed).as("behaviors that ran").isNotEmpty();
    return outcome;
  }

  private static LauncherDiscoveryRequest request(List<Class<?>> contracts) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(contracts.stream().map(DiscoverySelectors::selectClass).toList())
        .build();
  }

  private static String name(TestIdentifier test) {
    return test.getDisplayName().replace("()", "");
  }

  /** What became of each behavior, by the name of its method. */
  private static final class Outcome implements TestExecutionListener {
    final Set<String> passed = new TreeSet<>();
    final Map<String, String> skipped = new TreeMap<>();
    final Map<String, String> failed = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String name = name(test);
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
