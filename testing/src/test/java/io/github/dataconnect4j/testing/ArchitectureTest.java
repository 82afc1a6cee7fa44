package io.github.dataconnect4j.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module's own arrows, and what keeps tests apart that run at once. */
@AnalyzeClasses(packages = "io.github.dataconnect4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.dataconnect4j";
  private static final String TESTING = BASE + ".testing..";

  @ArchTest
  static final ArchRule usesWhatUsersMayUse =
      noClasses()
          .that()
          .resideInAPackage(TESTING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".internal..",
              BASE + ".conformance..",
              BASE + ".emulator.standalone..",
              "org.junit.jupiter.engine..",
              "org.junit.platform.engine..",
              "org.junit.platform.launcher..",
              "org.junit.platform.commons.util..");

  @ArchTest
  static final ArchRule nobodyStandsOnIt =
      noClasses()
          .that()
          .resideOutsideOfPackage(TESTING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TESTING);

  @ArchTest
  static final ArchRule theExtensionWorksWithoutAssertJ =
      noClasses()
          .that()
          .resideInAPackage(TESTING)
          .and()
          .haveSimpleNameNotContaining("Assert")
          .and()
          .doNotHaveFullyQualifiedName(BASE + ".testing.PipelineRunAssert$Written")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.assertj..");

  @ArchTest
  static final ArchRule whatIsCalledWithoutJUnitWorksWithoutIt =
      noClasses()
          .that()
          .haveFullyQualifiedName(BASE + ".testing.EmulatedDataConnect")
          .or()
          .haveFullyQualifiedName(BASE + ".testing.EmulatedDataConnectBuilder")
          .or()
          .haveFullyQualifiedName(BASE + ".testing.History")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");

  @ArchTest
  static final ArchRule nothingIsSharedBetweenTests =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(TESTING)
          .and()
          .areStatic()
          .should()
          .beFinal();
}
