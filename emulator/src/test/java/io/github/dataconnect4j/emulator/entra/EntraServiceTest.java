package io.github.dataconnect4j.emulator.entra;

import static io.github.dataconnect4j.emulator.directory.TestTenant.AUTOMATION;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.ServiceCaller;
import io.github.dataconnect4j.emulator.http.ServiceCaller.Answer;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraServiceTest {

  private static final String GOOD =
      "grant_type=client_credentials&client_id="
          + AUTOMATION
          + "&client_secret="
          + TestTenant.AUTOMATION_SECRET.reveal()
          + "&client_info=1&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default+openid+profile"
          + "+offline_access";

  private final VirtualTime time = new VirtualTime(TestTenant.START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final Tokens tokens = new Tokens(TENANT, time);
  private final EntraService service = new EntraService(directory, tokens, time);
  private final ServiceCaller entra = new ServiceCaller(service);

  @Nested
  class Issues {

    @ParameterizedTest
    @ValueSource(strings = {TENANT, TestTenant.DOMAIN})
    void aTokenForASecret(String tenant) throws TokenRefusedException {
      Answer answer = entra.post("/" + tenant + "/oauth2/v2.0/token", GOOD);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("/token_type")).isEqualTo("Bearer");
      assertThat(answer.body().path("expires_in").asInt()).isEqualTo(3599);
      assertThat(answer.body().path("ext_expires_in").asInt()).isEqualTo(3599);
      Principal principal =
          tokens.verify(
              bearer(answer.text("/access_token")), Set.of("https://graph.microsoft.com"));
      assertThat(principal)
          .isEqualTo(
              new Principal(
                  directory.servicePrincipalId(AUTOMATION).orElseThrow(),
                  TENANT,
                  AUTOMATION,
                  Principal.Kind.APPLICATION));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://management.azure.com/.default",
          "https://management.core.windows.net//.default",
          "https://storage.azure.com/.default",
          "https://dev.azuresynapse.net/.default",
          "https://localhost:8443//.default",
          "https://127.0.0.1:8443/.default",
        })
    void tokensForEveryService(String scope) {
      String form = GOOD.replaceAll("scope=.*", "scope=" + scope);

      assertThat(entra.post("/" + TENANT + "/oauth2/v2.0/token", form).status()).isEqualTo(200);
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "client_secret=[^&]* | client_secret=wrong | 401 | invalid_client | 7000215",
          "client_secret=[^&]* | client_secret= | 401 | invalid_client | 7000218",
          "client_id=[^&]* | client_id=unknown | 400 | unauthorized_client | 700016",
          "grant_type=[^&]* | grant_type=password | 400 | unsupported_grant_type | 70003",
          "grant_type=[^&]* | x=y | 400 | invalid_request | 900144",
          "scope=.* | scope=openid+profile | 400 | invalid_scope | 70011",
          "scope=.* | scope=https://graph.microsoft.com/User.Read | 400 | invalid_scope | 70011",
          "scope=.* | scope=https://elsewhere.com/.default | 400 | invalid_resource | 500011",
          "scope=.* | x=y | 400 | invalid_request | 900144",
        })
    void aFormWithAFault(String part, String fault, int status, String error, int code) {
      Answer answer =
          entra
              .with("client-request-id", "correlation-1")
              .post("/" + TENANT + "/oauth2/v2.0/token", GOOD.replaceAll(part, fault));

      assertRefused(answer, status, error, code);
      assertThat(answer.text("/correlation_id")).isEqualTo("correlation-1");
    }

    @ParameterizedTest
    @CsvSource({
      "22222222-1111-1111-1111-111111111111, 90002",
      "no-tenant, 900023",
      "common, 50059",
    })
    void aTenantThatIsNotThere(String tenant, int code) {
      assertRefused(
          entra.post("/" + tenant + "/oauth2/v2.0/token", GOOD), 400, "invalid_request", code);
    }

    @Test
    void aSecretThatHasLapsed() {
      Application application = TestTenant.application(directory, "mail");
      String secret =
          directory
              .applications()
              .addPassword(
                  application, "gdc", TestTenant.START, TestTenant.START.plus(Duration.ofDays(1)))
              .value()
              .reveal();
      String form =
          "grant_type=client_credentials&scope=https://graph.microsoft.com/.default&client_id="
              + application.appId()
              + "&client_secret="
              + secret;
      assertThat(entra.post("/" + TENANT + "/oauth2/v2.0/token", form).status()).isEqualTo(200);

      time.advance(Duration.ofDays(1));

      assertRefused(
          entra.post("/" + TENANT + "/oauth2/v2.0/token", form), 401, "invalid_client", 7000222);
    }

    private void assertRefused(Answer answer, int status, String error, int code) {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text("/error")).isEqualTo(error);
      assertThat(answer.text("/error_description"))
          .startsWith("AADSTS" + code + ": ")
          .contains("Trace ID: " + answer.text("/trace_id"))
          .doesNotContain(TestTenant.AUTOMATION_SECRET.reveal());
      assertThat(answer.body().path("error_codes").path(0).asInt()).isEqualTo(code);
      assertThat(answer.text("/timestamp")).isEqualTo("2026-01-0" + day() + " 08:00:00Z");
    }

    private int day() {
      return time.now().equals(TestTenant.START) ? 5 : 6;
    }
  }

  @Nested
  class Discovers {

    @Test
    void itselfAsACloudOfItsOwn() {
      Answer answer =
          entra.get(
              "/common/discovery/instance?api-version=1.1&authorization_endpoint="
                  + "https%3A%2F%2Flocalhost%2Forganizations%2Foauth2%2Fv2.0%2Fauthorize");

      assertThat(answer.text("/tenant_discovery_endpoint"))
          .isEqualTo("https://localhost:8443/organizations/v2.0/.well-known/openid-configuration");
      assertThat(answer.text("/metadata/0/preferred_network")).isEqualTo("localhost:8443");
      assertThat(answer.body().at("/metadata/0/aliases"))
          .extracting(alias -> alias.asText())
          .containsExactly("localhost:8443", "localhost");
    }

    @Test
    void itsEndpointsWithThePort() {
      Answer answer = entra.get("/" + TENANT + "/v2.0/.well-known/openid-configuration");

      assertThat(answer.text("/token_endpoint"))
          .isEqualTo("https://localhost:8443/" + TENANT + "/oauth2/v2.0/token");
      assertThat(answer.text("/issuer")).isEqualTo("https://localhost:8443/" + TENANT + "/v2.0");
      assertThat(answer.body().has("authorization_endpoint")).isTrue();
      assertThat(answer.body().has("jwks_uri")).isTrue();
    }
  }

  @Test
  void claimsWhatBeginsWithATenantAndNothingElse() {
    assertThat(service.claims(request("GET", "/common/x"))).isTrue();
    assertThat(service.claims(request("GET", "/" + TENANT))).isTrue();
    assertThat(service.claims(request("GET", "/" + TestTenant.DOMAIN + "/x"))).isTrue();
    assertThat(service.claims(request("GET", "/"))).isFalse();
    assertThat(service.claims(request("GET", "/v1.0/users"))).isFalse();
    assertThat(service.claims(request("PUT", "/account/oauth2/v2.0/token"))).isFalse();
  }

  private static Request bearer(String token) {
    Headers headers = new Headers();
    headers.set("Authorization", "Bearer " + token);
    return new Request("GET", "/", headers, InputStream.nullInputStream());
  }

  private static Request request(String method, String target) {
    return new Request(method, target, new Headers(), InputStream.nullInputStream());
  }
}
