package io.github.dataconnect4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dataconnect4j.dataset.Datasets;
import io.github.dataconnect4j.dataset.TypedRow;
import io.github.dataconnect4j.floors.Floors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the floors of core, and tells what of it is for users. */
class ArchitectureTest {

  private static final String BASE = "io.github.dataconnect4j";

  private static final List<String> FLOORS =
      List.of(
          "wording",
          "dataset",
          "authorization",
          "error",
          "time",
          "cloud",
          "pipeline",
          "spi",
          "consent",
          "onboarding",
          "shared",
          "internal",
          "");

  /** Not for users: the first is not exported, and the others say whom they are for. */
  private static final Set<String> NOT_FOR_USERS =
      Set.of(BASE + ".internal", BASE + ".shared", BASE + ".spi", BASE + ".wording");

  /** What users may see, but for the catalog's generated types. Each line is a decision. */
  private static final String FOR_USERS =
      """
      DataConnect
      authorization.AccessRequest
      authorization.Authorization
      authorization.AuthorizationRules
      authorization.RuleCode
      authorization.Verdict
      authorization.Violation
      cloud.AppCredential
      cloud.BlobContainer
      cloud.Cloud
      cloud.OfficeRegion
      cloud.Region
      cloud.Secret
      cloud.StorageKind
      consent.ConsentRequest
      consent.ConsentState
      consent.HandOver
      dataset.Catalog
      dataset.Cell
      dataset.Column
      dataset.ColumnType
      dataset.Dataset
      dataset.DatasetStatus
      dataset.DateRule
      dataset.Row
      dataset.RowType
      dataset.Scope
      dataset.ScopeKind
      dataset.Selection
      dataset.TypedRow
      dataset.Value
      dataset.ValuesRow
      error.ConflictException
      error.ConsentException
      error.DataConnectException
      error.NotFoundException
      error.NotPermittedException
      error.OutcomeUnknownException
      error.Problem
      error.RejectedException
      error.RunFailedException
      error.ServiceUnavailableException
      error.ThrottledException
      error.UnreadableDataException
      error.WaitEndedException
      onboarding.DataConnectApp
      onboarding.Landing
      onboarding.LandingPlan
      onboarding.Registration
      pipeline.Copy
      pipeline.ExistingPipeline
      pipeline.PipelineRun
      pipeline.PipelineRunner
      pipeline.RunOutput
      pipeline.RunReport
      pipeline.RunStage
      pipeline.StoredFile
      time.TimeSource
      time.WaitPolicy
      """;

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void packagesStandOnLowerFloorsOnly() {
    Floors.keptIn(BASE, FLOORS).check(CORE);
  }

  @Test
  void aCircleWouldBeCaught() {
    JavaClasses planted = new ClassFileImporter().importPackages(BASE + ".planted");

    assertThat(
            Floors.keptIn(BASE + ".planted", List.of("lower", "upper"))
                .evaluate(planted)
                .getFailureReport()
                .getDetails())
        .isNotEmpty()
        .allMatch(detail -> detail.contains("planted.lower.Lower"));
    assertThat(
            Floors.keptIn(BASE + ".planted", List.of("upper"))
                .evaluate(planted)
                .getFailureReport()
                .getDetails())
        .containsExactly("No floor is named for the package of " + BASE + ".planted.lower.Lower");
  }

  @Test
  void whatIsPublicForUsersIsListed() {
    Set<String> found =
        CORE.stream()
            .filter(
                type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !NOT_FOR_USERS.contains(type.getPackageName()) && !isOfTheCatalog(type))
            .map(type -> type.getName().substring(BASE.length() + 1))
            .collect(Collectors.toSet());

    assertThat(found).containsExactlyInAnyOrderElementsOf(FOR_USERS.lines().toList());
  }

  private static boolean isOfTheCatalog(JavaClass type) {
    return type.isEquivalentTo(Datasets.class)
        || (type.isAssignableTo(TypedRow.class) && !type.isEquivalentTo(TypedRow.class));
  }
}
