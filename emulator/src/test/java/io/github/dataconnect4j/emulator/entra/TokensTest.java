package io.github.dataconnect4j.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException.Reason;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final String GRAPH = "https://graph.microsoft.com";
  private static final Principal ADMIN = Principal.of(TestTenant.TENANT, TestTenant.ADMIN);

  private final VirtualTime clock = new VirtualTime(TestTenant.START);
  private final Tokens tokens = new Tokens(TestTenant.TENANT, clock);

  @Nested
  class Verifies {

    @Test
    void whomATokenSpeaksFor() throws TokenRefusedException {
      String token = tokens.issueFor(ADMIN, GRAPH).value().reveal();

      assertThat(tokens.verify(bearer(token), Set.of(GRAPH))).isEqualTo(ADMIN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://management.azure.com",
          "https://management.azure.com/",
          "https://management.core.windows.net/",
          "https://management.core.windows.net//",
          "https://localhost:8443/",
          "https://127.0.0.1:8443",
        })
    void everyNameOfResourceManager(String audience) throws TokenRefusedException {
      Request request = bearer(tokens.issueFor(ADMIN, audience).value().reveal());

      assertThat(tokens.verify(request, Audiences.resourceManager(request))).isEqualTo(ADMIN);
    }
  }

  @Nested
  class Refuses {

    @Test
    void noToken() {
      assertRefused(request(new Headers()), Reason.MISSING);
    }

    @Test
    void anotherKindOfAuthorization() {
      Headers headers = new Headers();
      headers.set("Authorization", "SharedKey account:signature");
      assertRefused(request(headers), Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.b.", "..", "$$.$$.$$"})
    void whatIsNoToken(String token) {
      assertRefused(bearer(token), Reason.MALFORMED);
    }

    @Test
    void aTokenThatSomebodyChanged() {
      String token = tokens.issueFor(ADMIN, GRAPH).value().reveal();
      String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {'{', '}'});

      assertRefused(
          bearer(
              token.substring(0, token.indexOf('.') + 1)
                  + claims
                  + token.substring(token.lastIndexOf('.'))),
          Reason.MALFORMED);
    }

    @Test
    void aTokenOfAnotherEmulator() {
      Tokens others = new Tokens(TestTenant.TENANT, clock);

      assertRefused(bearer(others.issueFor(ADMIN, GRAPH).value().reveal()), Reason.MALFORMED);
    }

    @Test
    void aTokenOfAnotherTenant() {
      Principal stranger = new Principal("id", "another", "x@y", Principal.Kind.USER);

      assertRefused(bearer(tokens.issueFor(stranger, GRAPH).value().reveal()), Reason.WRONG_TENANT);
    }

    @Test
    void aTokenForAnotherService() {
      String token = tokens.issueFor(ADMIN, "https://storage.azure.com").value().reveal();

      assertRefused(bearer(token), Reason.WRONG_AUDIENCE);
    }

    @Test
    void aTokenThatHasLapsed() throws TokenRefusedException {
      Request request = bearer(tokens.issueFor(ADMIN, GRAPH).value().reveal());
      clock.advance(Tokens.LIFETIME.minusSeconds(1));
      assertThat(tokens.verify(request, Set.of(GRAPH))).isEqualTo(ADMIN);

      clock.advance(Duration.ofSeconds(1));
      assertRefused(request, Reason.EXPIRED);
    }

    @Test
    void everyTokenIssuedBeforeAllWereToLapse() throws TokenRefusedException {
      Request before = bearer(tokens.issueFor(ADMIN, GRAPH).value().reveal());
      tokens.expireAll();
      Request after = bearer(tokens.issueFor(ADMIN, GRAPH).value().reveal());

      assertRefused(before, Reason.EXPIRED);
      assertThat(tokens.verify(after, Set.of(GRAPH))).isEqualTo(ADMIN);
    }

    private void assertRefused(Request request, Reason reason) {
      assertThatThrownBy(() -> tokens.verify(request, Set.of(GRAPH)))
          .isInstanceOfSatisfying(
              TokenRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessage("The access token is refused: " + reason);
    }
  }

  @Test
  void tokensLookLikeEntras() throws IOException {
    AccessToken token =
        tokens.issueFor(
            new Principal("oid", TestTenant.TENANT, "client", Principal.Kind.APPLICATION), GRAPH);
    String[] parts = token.value().reveal().split("\\.");
    JsonNode claims = Json.parse(Base64.getUrlDecoder().decode(parts[1]));

    assertThat(parts).hasSize(3);
    assertThat(token.expiresAt()).isEqualTo(TestTenant.START.plusSeconds(3599));
    assertThat(token.toString()).doesNotContain(parts[2]);
    assertThat(claims.path("iss").asText())
        .isEqualTo("https://sts.windows.net/" + TestTenant.TENANT + "/");
    assertThat(claims.path("tid").asText()).isEqualTo(TestTenant.TENANT);
    assertThat(claims.path("aud").asText()).isEqualTo(GRAPH);
    assertThat(claims.path("oid").asText()).isEqualTo("oid");
    assertThat(claims.path("appid").asText()).isEqualTo("client");
    assertThat(claims.path("idtyp").asText()).isEqualTo("app");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3599);
  }

  private static Request bearer(String token) {
    Headers headers = new Headers();
    headers.set("Authorization", "Bearer " + token);
    return request(headers);
  }

  private static Request request(Headers headers) {
    headers.set("Host", "localhost:8443");
    return new Request("GET", "/", headers, InputStream.nullInputStream());
  }
}
