package io.github.dataconnect4j.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The kit's own arrows: core and emulator, and no backend that it judges. */
@AnalyzeClasses(packages = "io.github.dataconnect4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.dataconnect4j";

  @ArchTest
  static final ArchRule theKitStandsOnCoreAndEmulator =
      noClasses()
          .that()
          .resideInAPackage(BASE + ".conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".azure..",
              BASE + ".entra..",
              BASE + ".datafactory..",
              BASE + ".synapse..",
              BASE + ".extracts..",
              BASE + ".internal..");

  @ArchTest
  static final ArchRule nobodyStandsOnTheKit =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + ".conformance..");
}
