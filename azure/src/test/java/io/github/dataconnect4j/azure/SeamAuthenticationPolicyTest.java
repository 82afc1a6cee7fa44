package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SeamAuthenticationPolicyTest {

  private static final String ARM = "https://management.azure.com/subscriptions";

  private final List<TokenRequestContext> asked = new ArrayList<>();
  private final TokenCredential numbered =
      request -> {
        asked.add(request);
        return Mono.just(
            new AccessToken("token-" + asked.size(), OffsetDateTime.parse("9999-01-01T00:00:00Z")));
      };

  @Test
  void sendsTheTokenOfItsAudience() {
    StubPipeline stub = answering(200);
    stub.send(HttpMethod.GET, ARM);
    assertThat(stub.sentAuthorizations()).containsExactly("Bearer token-1");
    assertThat(asked.get(0).getScopes()).containsExactly("https://management.azure.com/.default");
  }

  @Test
  void answersARefusedTokenByOneNewOneAndOneMoreTry() {
    StubPipeline stub = answering(401);
    assertThat(stub.send(HttpMethod.GET, ARM).getStatusCode()).isEqualTo(401);
    assertThat(stub.sentAuthorizations()).containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(asked).hasSize(2);
  }

  @Test
  void asksForTheClaimsThatAChallengeNames() {
    String claims = "{\"access_token\":{\"nbf\":{\"essential\":true}}}";
    String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    StubPipeline stub =
        answering(
            401,
            "WWW-Authenticate",
            "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + encoded + "\"");
    stub.send(HttpMethod.GET, ARM);
    assertThat(asked.get(1).getClaims()).isEqualTo(claims);
    assertThat(asked.get(1).isCaeEnabled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://management.azure.com/x",
        "https://management.azure.com:8443/x",
        "https://management.azure.com.evil.example/x",
        "https://evilmanagement.azure.com/x",
        "https://graph.microsoft.com/x",
        "https://evil.example/x"
      })
  void showsTheTokenToNobodyElse(String url) {
    StubPipeline stub = answering(200);
    assertThatThrownBy(() -> stub.send(HttpMethod.GET, url))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("Could not call " + url.substring(0, url.length() - 2))
        .hasMessageContaining("nothing was sent");
    assertThat(stub.sent()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void followsOperationsToRegionalHosts() {
    StubPipeline stub = answering(200);
    stub.send(HttpMethod.GET, "https://westeurope.management.azure.com/operations/1");
    assertThat(stub.sent()).hasSize(1);
  }

  @Test
  void reportsAFailedSignInAsOne() {
    TokenCredential refused =
        request ->
            Mono.error(
                new IllegalStateException(
                    new RuntimeException("AADSTS7000215: Invalid client secret provided.")));
    StubPipeline stub =
        new StubPipeline(request -> StubPipeline.answer(request, 200), policy(refused));
    assertThatThrownBy(() -> stub.send(HttpMethod.POST, ARM))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("sign in for https://management.azure.com/.default")
        .hasMessageContaining("Make a new secret");
    assertThat(stub.sent()).isEmpty();
  }

  private StubPipeline answering(int status, String... headers) {
    return new StubPipeline(
        request -> StubPipeline.answer(request, status, headers), policy(numbered));
  }

  private static SeamAuthenticationPolicy policy(TokenCredential credential) {
    return new SeamAuthenticationPolicy(
        new CachingCredential(credential, TimeSource.system()),
        TokenAudience.resourceManager(Cloud.AZURE));
  }
}
