package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.arm.ProviderRegistrations;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace as a client meets it: made through ARM, used where it says that it is. */
class SynapseBehindHttpsTest {

  private final DataConnectEmulator emulator =
      DataConnectEmulator.builder().withSynapseWrites(WriteForm.UNLOCATED).start();
  private final HandshakeCertificates tls =
      new HandshakeCertificates.Builder()
          .addTrustedCertificate(emulator.cloud().trust().get(0))
          .build();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .sslSocketFactory(tls.sslSocketFactory(), tls.trustManager())
          .build();
  private final Secret armToken = token(emulator.cloud().resourceManagerAudience());
  private final Secret synapseToken = token(emulator.cloud().synapseAudience());

  private String dev = "";

  @BeforeEach
  void makeWorkspace() throws IOException {
    String subscription =
        emulator.cloud().resourceManager() + "/subscriptions/" + emulator.subscriptionId();
    String group = subscription + "/resourceGroups/rg";
    String workspace =
        group + "/providers/Microsoft.Synapse/workspaces/gdc-ws?api-version=2021-06-01";
    call(
        armToken,
        "POST",
        subscription + "/providers/Microsoft.Synapse/register?api-version=2021-04-01",
        "");
    emulator.time().advance(ProviderRegistrations.TAKES);
    call(armToken, "PUT", group + "?api-version=2021-04-01", "{\"location\":\"westeurope\"}");
    call(
        armToken,
        "PUT",
        workspace,
        "{\"location\":\"westeurope\",\"properties\":{\"defaultDataLakeStorage\":"
            + "{\"accountUrl\":\"https://a.dfs.core.windows.net\",\"filesystem\":\"f\"}}}");
    call(armToken, "GET", workspace, "");
    Answer made = call(armToken, "GET", workspace, "");
    assertThat(made.body.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    dev = made.body.at("/properties/connectivityEndpoints/dev").asText();
  }

  @AfterEach
  void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    emulator.close();
  }

  @Test
  void answersWhereItSaysThatItIs() throws IOException {
    String pipeline = dev + "/pipelines/p?api-version=2020-12-01";

    assertThat(call(synapseToken, "PUT", pipeline, "{\"properties\":{}}").status).isEqualTo(202);
    assertThat(call(synapseToken, "GET", pipeline, "").status).isEqualTo(404);
    assertThat(call(synapseToken, "GET", pipeline, "").status).isEqualTo(404);
    assertThat(call(synapseToken, "GET", pipeline, "").status).isEqualTo(200);
    assertThat(emulator.unknownRoutes()).isEmpty();
  }

  @Test
  void wantsTokensOfItsOwn() throws IOException {
    Answer refused = call(armToken, "GET", dev + "/pipelines?api-version=2020-12-01", "");

    assertThat(refused.status).isEqualTo(401);
    assertThat(refused.body.at("/error/code").asText()).isEqualTo("Unauthorized");
  }

  private Secret token(String audience) {
    return emulator.userToken(emulator.developer(), audience);
  }

  private Answer call(Secret token, String method, String url, String body) throws IOException {
    RequestBody content =
        method.equals("GET") ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8));
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + token.reveal())
            .method(method, content)
            .build();
    try (Response response = client.newCall(request).execute()) {
      byte[] bytes = response.body().bytes();
      return new Answer(response.code(), bytes.length == 0 ? Json.object() : Json.parse(bytes));
    }
  }

  private record Answer(int status, JsonNode body) {}
}
