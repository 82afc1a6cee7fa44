package io.github.dataconnect4j.emulator.truth;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BehaviorTest {

  @Test
  void whatIsAssumedIsObservedWhereItIsDoneAndNothingElseIs() {
    assertThat(observedInMainCode())
        .as("assumed behaviors, and those on which some line of main code calls observe()")
        .containsExactlyInAnyOrderElementsOf(
            Behaviors.all().stream()
                .filter(one -> one.source().isAssumed())
                .map(one -> one.getClass().getSimpleName() + "." + one.name())
                .toList());
  }

  @Test
  void areSentencesWithAReference() {
    assertThat(Behaviors.all())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            one -> {
              assertThat(one.text()).as(one.name()).matches("[A-Z].*[.']");
              assertThat(one.source().reference()).as(one.name()).isNotBlank();
              assertThat(one.service()).as(one.name()).isNotBlank();
            });
  }

  private static Set<String> observedInMainCode() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.dataconnect4j.emulator")
            .stream()
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(BehaviorTest::observes)
            .flatMap(unit -> unit.getFieldAccesses().stream())
            .filter(access -> access.getTargetOwner().isAssignableTo(Behavior.class))
            .map(BehaviorTest::constant)
            .collect(toSet());
  }

  private static boolean observes(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getName().equals("observe")
                    && call.getTargetOwner().isAssignableTo(Behavior.class));
  }

  private static String constant(JavaFieldAccess access) {
    return access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
  }
}
