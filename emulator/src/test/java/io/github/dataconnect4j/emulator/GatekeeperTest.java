package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.time.TimeSource;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class GatekeeperTest {

  private static final String TENANT = "11111111-1111-1111-1111-111111111111";
  private static final Principal APP =
      new Principal("object-id", TENANT, "app-id", Principal.Kind.APPLICATION);

  private final Tokens tokens = new Tokens(TENANT, TimeSource.system());
  private final Gatekeeper gatekeeper = new Gatekeeper(tokens, new Address());

  private static Request request(String authorization) {
    Headers headers = new Headers();
    if (!authorization.isEmpty()) {
      headers.set("Authorization", authorization);
    }
    return new Request(
        "GET", "/synapse-dev/ws/pipelines", headers, new ByteArrayInputStream(new byte[0]));
  }

  private Request requestFor(String audience) {
    return request("Bearer " + tokens.issueFor(APP, audience).value().reveal());
  }

  private ServiceError refusal(Request request) {
    return catchThrowableOfType(ServiceError.class, () -> gatekeeper.synapse(request));
  }

  @Test
  void letsInWhoHasATokenForSynapse() {
    assertThat(gatekeeper.synapse(requestFor("https://dev.azuresynapse.net")))
        .isEqualTo("object-id");
    assertThat(gatekeeper.synapse(requestFor("https://dev.azuresynapse.net/")))
        .isEqualTo("object-id");
  }

  @Test
  void refusesOthersAsSynapseDoes() {
    ServiceError missing = refusal(request(""));
    assertThat(missing.response().status()).isEqualTo(401);
    assertThat(missing).hasMessage("Unauthorized: The 'Authorization' header is missing.");
    assertThat(missing.response().headers().get("WWW-Authenticate"))
        .startsWith("Bearer authorization_uri=")
        .contains("https://dev.azuresynapse.net");

    ServiceError audience = refusal(requestFor("https://management.azure.com"));
    assertThat(audience.response().status()).isEqualTo(401);
    assertThat(audience).hasMessageContaining("for another audience");

    assertThat(refusal(request("Bearer x"))).hasMessageContaining("is invalid");
    Request old = requestFor("https://dev.azuresynapse.net");
    tokens.expireAll();
    assertThat(refusal(old)).hasMessageContaining("has expired");
  }
}
