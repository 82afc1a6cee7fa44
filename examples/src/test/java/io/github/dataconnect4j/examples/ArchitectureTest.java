package io.github.dataconnect4j.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.dataconnect4j.error.DataConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/**
 * Holds the arrows between the modules, and what may be done in one place only. The conformance kit
 * holds its own: from here the quickstart would have to build it.
 */
@AnalyzeClasses(packages = "io.github.dataconnect4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.dataconnect4j";
  private static final String[] OTHER_MODULES = {
    BASE + ".azure..",
    BASE + ".entra..",
    BASE + ".datafactory..",
    BASE + ".synapse..",
    BASE + ".extracts..",
    BASE + ".tenant..",
    BASE + ".emulator..",
    BASE + ".conformance..",
    BASE + ".testing..",
    BASE + ".examples..",
    BASE + ".benchmarks.."
  };

  private static final DescribedPredicate<JavaClass> CORE =
      resideInAPackage(BASE + "..")
          .and(DescribedPredicate.not(resideInAnyPackage(OTHER_MODULES)))
          .as("core");

  @ArchTest
  static final ArchRule coreStandsOnNothingButLoggingAndJson =
      classes()
          .that(CORE)
          .should()
          .onlyDependOnClassesThat(
              CORE.or(
                  resideInAnyPackage(
                      "java..", "org.slf4j..", "org.jspecify..", "com.fasterxml.jackson.core..")));

  @ArchTest
  static final ArchRule noJsonInASignatureOfCore =
      methods()
          .that()
          .areDeclaredInClassesThat(CORE)
          .and()
          .arePublic()
          .should()
          .notHaveRawReturnType(resideInAPackage("com.fasterxml.."));

  @ArchTest
  static final ArchRule azureStandsOnCore =
      doesNotSee("azure", "entra", "datafactory", "synapse", "extracts", "emulator");

  @ArchTest
  static final ArchRule entraStandsOnAzure =
      doesNotSee("entra", "datafactory", "synapse", "extracts", "emulator");

  @ArchTest
  static final ArchRule dataFactoryStandsOnAzure =
      doesNotSee("datafactory", "entra", "synapse", "extracts", "emulator");

  @ArchTest
  static final ArchRule synapseStandsOnAzure =
      doesNotSee("synapse", "entra", "datafactory", "extracts", "emulator");

  @ArchTest
  static final ArchRule extractsStandOnCore =
      doesNotSee("extracts", "azure", "entra", "datafactory", "synapse", "emulator");

  @ArchTest
  static final ArchRule theSyntheticTenantStandsOnCore =
      doesNotSee("tenant", "azure", "entra", "datafactory", "synapse", "extracts", "emulator");

  @ArchTest
  static final ArchRule theEmulatorStandsOnCoreAndTheSyntheticTenant =
      doesNotSee("emulator", "azure", "entra", "datafactory", "synapse", "extracts");

  @ArchTest
  static final ArchRule theEmulatorDoesNotNeedItsProgram =
      noClasses()
          .that()
          .resideInAPackage(BASE + ".emulator..")
          .and()
          .resideOutsideOfPackage(BASE + ".emulator.standalone..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + ".emulator.standalone..");

  /** Its own arrows, the module holds itself: from here the quickstart would have to build it. */
  @ArchTest
  static final ArchRule nothingStandsOnWhatIsForTests =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".testing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + ".testing..");

  /** Core and the emulator, which have many, name their floors in tests of their own. */
  @ArchTest
  static final ArchRule noPackageIsInACircle =
      slices().matching(BASE + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheSeamAsksTheClock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(BASE + ".time.SystemTime")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule onlyProgramsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + ".examples..", BASE + ".benchmarks..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule everyExceptionOfOursHasOneRoot =
      classes()
          .that()
          .resideInAPackage(BASE + ".error..")
          .and()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(DataConnectException.class);

  @ArchTest
  static final ArchRule namesSaySomething =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static ArchRule doesNotSee(String module, String... others) {
    String[] packages = new String[others.length + 1];
    for (int i = 0; i < others.length; i++) {
      packages[i] = BASE + "." + others[i] + "..";
    }
    packages[others.length] = BASE + ".examples..";
    return noClasses()
        .that()
        .resideInAPackage(BASE + "." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
