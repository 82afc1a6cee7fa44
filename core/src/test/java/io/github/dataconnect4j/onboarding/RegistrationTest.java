package io.github.dataconnect4j.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");
  private static final Dataset<Row> SITES = Catalog.builtIn().dataset("SharePointSites_v1");

  private final Registration registration =
      Registration.of(LandingTest.landing("m365-rg"))
          .describedAs("Who writes to whom")
          .reads(MESSAGES.columns("sender"));

  @Test
  void readsForEveryoneUnlessAScopeIsGiven() {
    assertThat(registration.faults()).isEmpty();
    assertThat(registration.requireValid()).isSameAs(registration);
    assertThat(registration.find(MESSAGES).orElseThrow().scope()).isEqualTo(Scope.everyone());
    assertThat(registration.find(SITES)).isEmpty();
  }

  @Test
  void keepsItsDatasetsInOrderAndLeavesTheOriginalAsItIs() {
    Registration more = registration.reads(SITES.columns("Id"));

    assertThat(more.datasets())
        .extracting(one -> one.selection().dataset().shortName())
        .containsExactly("Message_v1", "SharePointSites_v1");
    assertThat(registration.datasets()).hasSize(1);
  }

  @Test
  void tellsEveryFaultAtOnceTheLandingsIncluded() {
    Scope groups = Scope.groups("aaaaaaaa-0000-4000-8000-000000000001");
    Registration wrong =
        Registration.of(LandingTest.landing("no/good"))
            .describedAs(" ")
            .reads(MESSAGES.columns("sender"))
            .reads(MESSAGES.columns("subject"))
            .reads(SITES.columns("Id"), groups);

    assertThat(wrong.faults())
        .satisfiesExactly(
            landing -> assertThat(landing).startsWith("Resource group 'no/good'"),
            text -> assertThat(text).contains("no description. Add describedAs("),
            twice -> assertThat(twice).contains("BasicDataSet_v0.Message_v1 is registered twice"),
            scope ->
                assertThat(scope)
                    .startsWith("BasicDataSet_v0.SharePointSites_v1 covers the whole tenant")
                    .contains(groups.toString())
                    .endsWith("Leave the scope out."));
    assertThatThrownBy(wrong::requireValid)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(String.join(System.lineSeparator(), wrong.faults()));
  }

  @Test
  void mustReadSomething() {
    assertThat(Registration.of(LandingTest.landing("m365-rg")).describedAs("x").faults())
        .containsExactly("The registration reads nothing. Add reads(dataset.columns(…)).");
  }
}
