package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who calls: a person as after {@code az login}, or a program; and tokens that lapse. */
class SignInTest {

  @Test
  void aPersonOwnsTheAppWithoutBeingNamed() {
    try (DataConnectEmulator emulator = DataConnectEmulator.builder().withTenant(2, 5).start()) {
      AzureAccount account =
          AzureAccount.at(emulator.cloud())
              .credential(person(emulator, emulator.developer()))
              .subscription(emulator.subscriptionId())
              .directory(Entra.directory());
      try (DataConnect dataConnect = DataConnect.open(account)) {
        assertThat(dataConnect.caller().kind()).isEqualTo(Caller.Kind.USER);
        assertThat(dataConnect.caller().name()).isEqualTo(emulator.developer());
        Landing landing =
            Landing.in("m365-rg", emulator.region())
                .application("mine")
                .storage(BlobContainer.named("mystore", "m365"))
                .host(DataFactory.named("my-factory"));
        dataConnect.plan(landing).apply();
        DataConnectApp app =
            dataConnect.register(
                Registration.of(landing)
                    .describedAs("Mine")
                    .reads(Scene.USERS.columns("displayName")));
        app.consent().await(WaitPolicy.upTo(Duration.ofDays(1)));
        PipelineRun run = app.runner().start(Copy.of(Scene.USERS));
        run.await(WaitPolicy.patient());

        try (Rows<Row> rows = Extracts.of(run).rows()) {
          assertThat(rows.stream()).hasSizeGreaterThanOrEqualTo(2);
        }
      }
      assertThat(emulator.unknownRoutes()).isEmpty();
    }
  }

  @Test
  void tokensThatLapseAreAskedForAgain() {
    try (Scene scene = new Scene()) {
      DataConnectApp app = scene.approved(scene.mail());
      scene.emulator.expireTokens();
      PipelineRun run = app.runner().start(scene.lastMonth());
      scene.emulator.expireTokens();
      run.await(WaitPolicy.patient());
      scene.emulator.expireTokens();

      try (Rows<Row> rows = Extracts.of(run).rows()) {
        assertThat(rows.stream()).isNotEmpty();
      }
      assertThat(scene.emulator.requests()).extracting("status").contains(401);
    }
  }

  private static TokenCredential person(DataConnectEmulator emulator, String principalName) {
    return request -> {
      String scope = request.getScopes().get(0);
      String audience = scope.substring(0, scope.length() - "/.default".length());
      String token = emulator.userToken(principalName, audience).reveal();
      return Mono.just(
          new AccessToken(token, OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
    };
  }
}
