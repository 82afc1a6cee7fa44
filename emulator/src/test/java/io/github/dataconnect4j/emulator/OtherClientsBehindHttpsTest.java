package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of Microsoft's JavaScript clients and of the Azure CLI, over HTTPS. */
class OtherClientsBehindHttpsTest {

  private final DataConnectEmulator emulator = DataConnectEmulator.builder().start();
  private final URI root = emulator.cloud().resourceManager();
  private HttpClient client;

  @BeforeEach
  void trust() throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    anchors.setCertificateEntry("emulator", emulator.cloud().trust().get(0));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    client = HttpClient.newBuilder().sslContext(tls).build();
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void discoverTheAuthorityFromAnEndpointWithoutThePort() throws Exception {
    Answer instance =
        send(
            "GET",
            "/common/discovery/instance?api-version=1.1&authorization_endpoint="
                + encode("https://" + root.getHost() + "/organizations/oauth2/v2.0/authorize"),
            "");
    String discovery = instance.text("/tenant_discovery_endpoint");
    Answer configuration = send("GET", discovery.substring(root.toString().length()), "");

    assertThat(discovery).startsWith(root + "/organizations/");
    assertThat(instance.text("/metadata/0/preferred_network")).isEqualTo(root.getAuthority());
    assertThat(instance.text("/metadata/0/preferred_cache")).isEqualTo(root.getAuthority());
    assertThat(instance.body.at("/metadata/0/aliases"))
        .map(JsonNode::asText)
        .contains(root.getAuthority(), root.getHost());
    assertThat(configuration.text("/token_endpoint"))
        .isEqualTo(root + "/organizations/oauth2/v2.0/token");
    for (String field : new String[] {"/issuer", "/authorization_endpoint", "/jwks_uri"}) {
      assertThat(configuration.text(field)).startsWith(root + "/");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://management.azure.com/.default",
        "https://management.core.windows.net//.default",
        "ROOT/.default",
        "ROOT//.default",
      })
  void getATokenForResourceManagerByAnyOfItsNames(String scope) throws Exception {
    Answer listed = send("GET", "/subscriptions?api-version=2022-12-01", "", token(scope));

    assertThat(listed.status).isEqualTo(200);
    assertThat(listed.text("/value/0/subscriptionId")).isEqualTo(emulator.subscriptionId());
  }

  @Test
  void getATokenForGraphByTheEmulatorsOwnBase() throws Exception {
    String token = token("ROOT//.default");
    String appId = encode("servicePrincipalNames/any(c:c eq '" + emulator.clientId() + "')");

    Answer found = send("GET", "/v1.0/servicePrincipals?$filter=" + appId, "", token);
    Answer user = send("GET", "/v1.0/users/" + emulator.developer().replace("@", "%40"), "", token);
    Answer page = send("GET", "/v1.0/users?$top=1", "", token);
    String next = page.text("/@odata.nextLink");

    assertThat(found.text("/value/0/appId")).isEqualTo(emulator.clientId());
    assertThat(user.text("/userPrincipalName")).isEqualTo(emulator.developer());
    assertThat(next).startsWith(root + "/v1.0/users?");
    assertThat(send("GET", next.substring(root.toString().length()), "", token).status)
        .isEqualTo(200);
  }

  @Test
  void makeAnApplicationAndItsPrincipalAndTakeThemAway() throws Exception {
    String token = token("https://graph.microsoft.com/.default");
    Answer made =
        send(
            "POST",
            "/v1.0/applications",
            "{\"displayName\":\"cli\",\"keyCredentials\":[],\"passwordCredentials\":[]}",
            token);
    String application = "/v1.0/applications/" + made.text("/id");
    Answer principal =
        send(
            "POST",
            "/v1.0/servicePrincipals",
            "{\"appId\":\"" + made.text("/appId") + "\",\"accountEnabled\":\"True\"}",
            token);
    Answer developer = send("GET", "/v1.0/users/" + emulator.developer(), "", token);
    Answer owned =
        send(
            "POST",
            application + "/owners/$ref",
            "{\"@odata.id\":\"" + root + "/v1.0/directoryObjects/" + developer.text("/id") + "\"}",
            token);

    assertThat(made.status).isEqualTo(201);
    assertThat(principal.status).isEqualTo(201);
    assertThat(owned.status).isEqualTo(204);
    String servicePrincipal = "/v1.0/servicePrincipals/" + principal.text("/id");
    assertThat(send("DELETE", servicePrincipal, "", token).status).isEqualTo(204);
    assertThat(send("GET", servicePrincipal, "", token).text("/error/code"))
        .isEqualTo("Request_ResourceNotFound");
    assertThat(send("DELETE", application, "", token).status).isEqualTo(204);
    assertThat(send("GET", application, "", token).status).isEqualTo(404);
  }

  @Test
  void deployATemplateBehindDoubledSlashes() throws Exception {
    String token = token("https://management.core.windows.net//.default");
    String group = "//subscriptions/" + emulator.subscriptionId() + "/resourcegroups/rg";
    send("PUT", group + "?api-version=2021-04-01", "{\"location\":\"westeurope\"}", token);
    String deployment =
        group + "/providers/Microsoft.Resources/deployments/d?api-version=2021-04-01";

    Answer put =
        send(
            "PUT",
            deployment,
            "{\"properties\": {\"mode\": \"Incremental\", template:{ // as it is\r\n\"resources\":["
                + "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
                + "\"name\":\"[concat('df-', uniqueString(resourceGroup().id))]\","
                + "\"location\":\"East US 2\"}]}}}",
            token);

    assertThat(put.status).isEqualTo(201);
    String operation = put.response.headers().firstValue("Azure-AsyncOperation").orElseThrow();
    String poll = operation.substring(root.toString().length());
    assertThat(send("GET", poll, "", token).text("/status")).isEqualTo("Running");
    assertThat(send("GET", poll, "", token).text("/status")).isEqualTo("Succeeded");
    assertThat(send("GET", deployment, "", token).text("/properties/provisioningState"))
        .isEqualTo("Succeeded");
    assertThat(emulator.unknownRoutes()).isEmpty();
  }

  @Test
  void hearWhyTheyGetNoToken() throws Exception {
    Answer refused =
        send(
            "POST",
            "/" + emulator.tenantId() + "/oauth2/v2.0/token?client-request-id=id-of-the-request",
            form("ROOT/.default").replace("client_secret=", "client_secret=x"));

    assertThat(refused.status).isEqualTo(401);
    assertThat(refused.text("/error")).isEqualTo("invalid_client");
    assertThat(refused.text("/error_description")).startsWith("AADSTS7000215");
    assertThat(refused.text("/error_codes/0")).isEqualTo("7000215");
    assertThat(refused.text("/correlation_id")).isEqualTo("id-of-the-request");
  }

  private String token(String scope) throws Exception {
    Answer answer =
        send(
            "POST",
            "/" + emulator.tenantId() + "/oauth2/v2.0/token?client-request-id=1",
            form(scope));
    assertThat(answer.status).isEqualTo(200);
    return answer.text("/access_token");
  }

  private String form(String scope) {
    return Stream.of(
            "grant_type=client_credentials",
            "client_id=" + emulator.clientId(),
            "client_secret=" + encode(emulator.clientSecret().reveal()),
            "scope=" + encode(scope.replace("ROOT", root.toString())),
            "client_info=1",
            "x-client-SKU=msal.js.node",
            "x-client-VER=3.8.0",
            "client-request-id=1")
        .collect(Collectors.joining("&"));
  }

  private Answer send(String method, String target, String body, String... token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + target.replace("'", "%27")))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header(
                "Content-Type",
                target.contains("/oauth2/")
                    ? "application/x-www-form-urlencoded"
                    : "application/json");
    for (String one : token) {
      request.header("Authorization", "Bearer " + one);
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response,
        response.body().length == 0 ? Json.object() : Json.parse(response.body()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private record Answer(int status, HttpResponse<byte[]> response, JsonNode body) {
    String text(String pointer) {
      return body.at(pointer).asText();
    }
  }
}
