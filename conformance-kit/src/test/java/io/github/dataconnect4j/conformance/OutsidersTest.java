package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import org.junit.jupiter.api.Test;

/** People whom the emulator's builder puts into the directory, and no copy takes. */
class OutsidersTest {

  private static final Dataset<Row> USERS = Catalog.builtIn().dataset("User_v1");

  @Test
  void areInTheDirectoryAndInNoCopy() {
    try (DataConnectEmulator emulator =
            DataConnectEmulator.builder()
                .withTenant(4, 1)
                .withGuests(1)
                .withDisabledAccounts(2)
                .withOnPremisesMailboxes(3)
                .withAdministrator(AdministratorScript.byHand())
                .start();
        DataConnect dataConnect = DataConnect.open(EmulatedAzureFixture.account(emulator))) {
      Landing landing =
          Landing.in("outsiders-rg", emulator.region())
              .application("outsiders", emulator.developer())
              .storage(BlobContainer.named("outsidersstore", "m365"))
              .host(DataFactory.named("outsidersfactory"));
      dataConnect.plan(landing).apply();
      DataConnectApp app =
          dataConnect.register(
              Registration.of(landing)
                  .describedAs("Who is copied")
                  .reads(USERS.columns("userPrincipalName"), Scope.everyone()));
      emulator.administrator().approve(app.applicationId());

      PipelineRun run = app.runner().start(Copy.of(USERS));
      run.await(Scene.LONG);

      assertThat(CopiedRows.of(emulator.rows(USERS)).rows()).hasSize(10);
      assertThat(CopiedRows.of(run.output()).rows())
          .hasSize(4)
          .allSatisfy(row -> assertThat((String) row.get("userPrincipalName")).doesNotContain("#"));
    }
  }

  @Test
  void cannotBeFewerThanNone() {
    assertThatThrownBy(() -> DataConnectEmulator.builder().withGuests(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 guests cannot be made. Give at least 0.");
  }
}
