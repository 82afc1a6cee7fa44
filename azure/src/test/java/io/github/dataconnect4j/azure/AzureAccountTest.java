package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AzureAccountTest {

  private StubCloud stub;
  private AzureAccount account;

  @BeforeEach
  void open() throws IOException {
    stub = new StubCloud();
    account = stub.account();
  }

  @AfterEach
  void close() {
    account.close();
    stub.close();
  }

  @Nested
  class Unfinished {

    @Test
    void saysEverythingThatIsMissingAtFirstUse() {
      AzureAccount bare = AzureAccount.at(Cloud.AZURE);
      assertThatThrownBy(bare::storage)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Add .credential(...)")
          .hasMessageContaining("Add .subscription(id)");
      assertThatThrownBy(() -> account.directory())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Add .directory(Entra.directory())");
    }

    @Test
    void refusesASubscriptionByName() {
      assertThatThrownBy(() -> AzureAccount.at(Cloud.AZURE).subscription("My subscription"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'My subscription' is not a subscription id");
    }
  }

  @Nested
  class Connections {

    @Test
    void areNotOpenedByBuilding() {
      account.registrationPortal();
      account.subscription();
      account.storage();
      assertThat(stub.seen()).isEmpty();
    }

    @Test
    void trustTheCloudsAuthorityOnly() {
      stub.on("GET /x", 200, "{}");
      assertThat(send(HttpMethod.GET, "/x").getStatusCode()).isEqualTo(200);
      Cloud distrusting =
          Cloud.builder("Distrusting")
              .resourceManager(stub.url(), "https://management.azure.com")
              .authority(stub.url())
              .graph(stub.url(), "https://graph.microsoft.com")
              .time(stub.time())
              .build();
      try (AzureAccount other =
          AzureAccount.at(distrusting)
              .credential(stub.credential())
              .subscription(StubCloud.SUBSCRIPTION)) {
        assertThatThrownBy(() -> other.subscription().resourceGroupExists("rg"))
            .isInstanceOf(ServiceUnavailableException.class)
            .hasMessageContaining("No trusted connection");
      }
      assertThat(stub.time().sleeps()).isEmpty();
    }

    @Test
    void doNotRepeatAStartOfTheirOwnAccord() {
      stub.on("GET /warm", 200, "{}").on("POST /createRun", 0, "");
      send(HttpMethod.GET, "/warm"); // so that the POST goes over a connection that is kept
      assertThatThrownBy(() -> send(HttpMethod.POST, "/createRun"))
          .isInstanceOf(UncheckedIOException.class)
          .satisfies(e -> assertThat(AzureErrors.mayHaveHappened((RuntimeException) e)).isTrue());
      assertThat(stub.lines()).containsOnlyOnce("POST /createRun");
    }

    @Test
    void doNotAcceptAnInvitationToRepeatAStart() {
      stub.on("POST /createRun", 503, Map.of("Retry-After", "0"), "{}");
      assertThat(send(HttpMethod.POST, "/createRun").getStatusCode()).isEqualTo(503);
      assertThat(stub.lines()).containsOnlyOnce("POST /createRun");
    }

    @Test
    void areClosedWithTheAccount() {
      account.close();
      account.close();
      assertThatThrownBy(account::armPipeline)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThatThrownBy(account::storage).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class ClientSecrets {

    private static final String TENANT = "11111111-1111-1111-1111-111111111111";
    private static final String TOKEN_LINE = "POST /" + TENANT + "/oauth2/v2.0/token";

    private final TokenRequestContext arm =
        new TokenRequestContext().addScopes("https://management.azure.com/.default");

    @Test
    void signInAtTheCloudsAuthorityAndAskOnce() {
      stub.on(
          TOKEN_LINE,
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"abc\"}");
      try (AzureAccount secret = account.credential(clientSecret())) {
        assertThat(secret.credential().getTokenSync(arm).getToken()).isEqualTo("abc");
        assertThat(secret.credential().getTokenSync(arm).getToken()).isEqualTo("abc");
      }
      assertThat(stub.lines()).containsExactly(TOKEN_LINE);
    }

    @Test
    void workWithoutAnAccount() {
      stub.on(
          TOKEN_LINE,
          200,
          "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"abc\"}");
      assertThat(clientSecret().getTokenSync(arm).getToken()).isEqualTo("abc");
    }

    @Test
    void areNotShownWhenTheyAreWrong() {
      stub.on(
          TOKEN_LINE,
          401,
          "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret"
              + " provided.\",\"error_codes\":[7000215]}");
      try (AzureAccount secret = account.credential(clientSecret())) {
        assertThatThrownBy(() -> secret.subscription().resourceGroupExists("rg"))
            .isInstanceOf(NotPermittedException.class)
            .hasMessageContaining("The client secret is not accepted.")
            .hasMessageContaining("[AADSTS7000215]")
            .hasMessageNotContaining("hunter2");
      }
      assertThat(clientSecret()).asString().doesNotContain("hunter2");
    }

    private TokenCredential clientSecret() {
      return AzureCredentials.clientSecret(
          stub.cloud(), TENANT, "22222222-2222-2222-2222-222222222222", Secret.of("hunter2"));
    }
  }

  private HttpResponse send(HttpMethod method, String path) {
    return account.armPipeline().sendSync(new HttpRequest(method, stub.url() + path), Context.NONE);
  }
}
