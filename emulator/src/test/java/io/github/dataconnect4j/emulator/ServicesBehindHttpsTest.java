package io.github.dataconnect4j.emulator;

import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.entra.EntraService;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.graph.GraphService;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.emulator.http.FaultPlan;
import io.github.dataconnect4j.emulator.http.HttpsFront;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.portal.PortalService;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services as a client meets them: one address, TLS, real paths. */
class ServicesBehindHttpsTest {

  private final VirtualTime time = new VirtualTime(TestTenant.START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final AuditLog audit = new AuditLog(time);
  private final AppRegistrations registrations =
      new AppRegistrations(TENANT, directory, directory, time, audit);
  private final Tokens tokens = new Tokens(TENANT, TimeSource.system());
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final HandshakeCertificates tls =
      new HandshakeCertificates.Builder()
          .heldCertificate(certificate)
          .addTrustedCertificate(certificate.certificate())
          .build();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .sslSocketFactory(tls.sslSocketFactory(), tls.trustManager())
          .build();
  private HttpsFront front;

  @BeforeEach
  void listen() throws IOException {
    front =
        new HttpsFront(
            0,
            tls.sslContext(),
            List.of(
                new EntraService(directory, tokens, TimeSource.system()),
                new GraphService(directory, tokens, audit, time),
                new PortalService(directory, registrations, tokens, time)),
            FaultPlan.NONE);
  }

  @AfterEach
  void close() {
    front.close();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  @Test
  void anApplicationSignsInAndReadsTheDirectory() throws IOException {
    // As the az command line asks for Graph: the emulator's own address, with two slashes.
    String token = token("https://localhost:" + front.port() + "//.default");

    JsonNode found =
        get(
            url("v1.0/users")
                .addQueryParameter("$filter", "userPrincipalName eq 'adele.vance@contoso.com'")
                .build(),
            token);
    assertThat(found.at("/value/0/id").asText()).isEqualTo(DEVELOPER.id());
    HttpUrl byName = url("v1.0/users").addEncodedPathSegment("adele.vance%40contoso.com").build();
    assertThat(get(byName, token).path("id").asText()).isEqualTo(DEVELOPER.id());

    JsonNode page = get(url("v1.0/users").addQueryParameter("$top", "4").build(), token);
    JsonNode last = get(HttpUrl.get(page.path("@odata.nextLink").asText()), token);
    assertThat(last.path("value")).hasSize(2);
    assertThat(front.requests())
        .extracting(RecordedRequest::service)
        .containsExactly("entra", "graph", "graph", "graph", "graph");
  }

  @Test
  void aPersonSignsInToThePortal() throws IOException {
    RequestBody body =
        RequestBody.create(
            "{\"user\":\"adele.vance@contoso.com\"}", MediaType.get("application/json"));
    JsonNode signedIn =
        send(new Request.Builder().url(url("data-connect/sign-in").build()).post(body).build());

    JsonNode settings = get(url("data-connect/settings").build(), signedIn.path("token").asText());

    assertThat(settings.path("dataConnect").asText()).isEqualTo("off");
  }

  private String token(String scope) throws IOException {
    RequestBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", TestTenant.AUTOMATION)
            .add("client_secret", TestTenant.AUTOMATION_SECRET.reveal())
            .add("scope", scope)
            .build();
    HttpUrl url = url(TENANT + "/oauth2/v2.0/token").build();
    return send(new Request.Builder().url(url).post(form).build()).path("access_token").asText();
  }

  private HttpUrl.Builder url(String path) {
    return new HttpUrl.Builder()
        .scheme("https")
        .host("localhost")
        .port(front.port())
        .addPathSegments(path);
  }

  private JsonNode get(HttpUrl url, String token) throws IOException {
    return send(new Request.Builder().url(url).header("Authorization", "Bearer " + token).build());
  }

  private JsonNode send(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      assertThat(response.isSuccessful()).as("%s", response).isTrue();
      return Json.parse(response.body().bytes());
    }
  }
}
