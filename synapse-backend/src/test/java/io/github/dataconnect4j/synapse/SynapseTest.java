package io.github.dataconnect4j.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.StubCloud;
import io.github.dataconnect4j.spi.CloudAccount;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SynapseTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "m365-to-storage", "a--b", "ondemand", "1a2"})
  void takesTheNamesThatTheServiceTakes(String name) {
    assertThat(Synapse.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "a-", "A", "a_b", "a b", "ws-ondemand", "a-ondemand-b", "ä", "abc\n"})
  void refusesOtherNamesAndSaysTheRule(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synapse.named(name))
        .withMessageContaining("'" + name + "'")
        .withMessageContaining("1 to 50 lower-case letters, digits and hyphens");
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThat(Synapse.named("a".repeat(50)).name()).hasSize(50);
    assertThatIllegalArgumentException().isThrownBy(() -> Synapse.named("a".repeat(51)));
  }

  @Test
  void tellsWhatItIsAndNeeds() {
    Synapse synapse = Synapse.named("m365");

    assertThat(synapse.kind()).isEqualTo("Synapse workspace");
    assertThat(synapse.providers()).containsExactly("Microsoft.Synapse");
    assertThat(synapse).hasToString("Synapse workspace m365");
  }

  @Test
  void refusesAnAccountOfAnotherCloud() {
    CloudAccount other =
        (CloudAccount)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CloudAccount.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("not asked: " + method);
                });

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synapse.named("m365").connect(other, "rg"))
        .withMessageContaining("Synapse workspace 'm365' is reached through an AzureAccount");
  }

  @Test
  void showsEachServiceATokenOfItsOwn() throws IOException {
    TokenCredential byScope =
        request ->
            Mono.just(
                new AccessToken(
                    request.getScopes().get(0), OffsetDateTime.parse("9999-01-01T00:00:00Z")));
    try (StubCloud cloud = new StubCloud();
        AzureAccount account =
            AzureAccount.at(cloud.cloud())
                .credential(byScope)
                .subscription(StubCloud.SUBSCRIPTION)) {
      String workspace =
          "GET /subscriptions/"
              + StubCloud.SUBSCRIPTION
              + "/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/m365";
      cloud.on(
          workspace,
          200,
          "{\"location\":\"westeurope\",\"properties\":{\"provisioningState\":\"Succeeded\","
              + "\"connectivityEndpoints\":{\"dev\":\"{url}/synapse-dev/m365/\"}}}");

      assertThat(Synapse.named("m365").connect(account, "rg").find("r1")).isEmpty();

      assertThat(cloud.seen())
          .extracting(StubCloud.Seen::line, StubCloud.Seen::authorization)
          .containsExactly(
              tuple(workspace, "Bearer https://management.azure.com/.default"),
              tuple(
                  "GET /synapse-dev/m365/pipelineruns/r1",
                  "Bearer https://dev.azuresynapse.net/.default"));
    }
  }
}
