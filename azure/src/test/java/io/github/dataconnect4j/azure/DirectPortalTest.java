package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectPortalTest {

  private static final String GROUP = "aaaaaaaa-0000-0000-0000-000000000008";

  private static final String ENTRY =
      "{\"tenantId\":\"tenant-1\",\"description\":\"Who writes to whom\","
          + "\"subscriptionId\":\"sub-1\",\"resourceGroup\":\"rg\","
          + "\"destination\":\"https://store.blob.core.windows.net/\",\"datasets\":["
          + "{\"dataset\":\"BasicDataSet_v0.Message_v1\",\"columns\":[\"sender\"],"
          + "\"scope\":{\"type\":\"All\"}},"
          + "{\"dataset\":\"BasicDataSet_v0.Message_v1\",\"columns\":[\"sender\"],"
          + "\"scope\":{\"type\":\"List\",\"groups\":[\""
          + GROUP
          + "\"]}}]}";

  private StubCloud stub;
  private AzureAccount account;

  @BeforeEach
  void open() throws IOException {
    stub = new StubCloud();
    account = AzureAccount.at(stub.cloud());
  }

  @AfterEach
  void close() {
    account.close();
    stub.close();
  }

  @Test
  void tellsWhetherDataConnectIsOn() {
    stub.on("GET /data-connect/settings", 200, "{\"dataConnect\":\"on\"}")
        .on("GET /data-connect/settings", 200, "{\"dataConnect\":\"off\"}");
    assertThat(account.registrationPortal().isDataConnectOn()).contains(true);
    assertThat(account.registrationPortal().isDataConnectOn()).contains(false);
  }

  @Test
  void registersAsTheOwner() {
    stub.on("POST /data-connect/sign-in", 200, "{\"token\":\"t-1\"}")
        .on("GET /data-connect/registrations/app-1", 404, "{}")
        .on("PUT /data-connect/registrations/app-1", 201, "{\"state\":\"PendingAuthorization\"}");
    assertThat(account.registrationPortal().register(entry())).isTrue();
    assertThat(stub.seen().get(0).body()).isEqualTo("{\"user\":\"owner-1\"}");
    assertThat(stub.seen().get(2).authorization()).isEqualTo("Bearer t-1");
    assertThat(stub.seen().get(2).body()).isEqualTo(ENTRY);
  }

  @Test
  void leavesARegistrationThatStandsAsItIs() {
    stub.on("POST /data-connect/sign-in", 200, "{\"token\":\"t-1\"}")
        .on("GET /data-connect/registrations/app-1", 200, ENTRY);

    assertThat(account.registrationPortal().register(entry())).isTrue();

    assertThat(stub.seen()).hasSize(2);
  }

  @Test
  void saysWhyARegistrationIsRefused() {
    stub.on("POST /data-connect/sign-in", 200, "{\"token\":\"t-1\"}")
        .on("GET /data-connect/registrations/app-1", 404, "{}")
        .on(
            "PUT /data-connect/registrations/app-1",
            403,
            "{\"error\":{\"code\":\"DataConnectDisabled\",\"message\":\"Not switched on.\"}}");
    assertThatThrownBy(() -> account.registrationPortal().register(entry()))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageStartingWith(
            "Could not register application app-1 with Data Connect: Not switched on.")
        .hasMessageContaining("[DataConnectDisabled]")
        .hasMessageNotContaining("t-1");
  }

  @Test
  void isAPersonsBusinessOnAzure() {
    try (AzureAccount azure = AzureAccount.at(Cloud.AZURE)) {
      RegistrationPortal portal = azure.registrationPortal();
      assertThat(portal.isDataConnectOn()).isEmpty();
      assertThat(portal.register(entry())).isFalse();
    }
  }

  private static Entry entry() {
    var messages = Catalog.builtIn().dataset("Message_v1").select(Set.of("sender"));
    return new Entry(
        "tenant-1",
        "app-1",
        "owner-1",
        "Who writes to whom",
        "sub-1",
        "rg",
        URI.create("https://store.blob.core.windows.net/"),
        List.of(
            new AuthorizedDataset(messages, Scope.everyone()),
            new AuthorizedDataset(messages, Scope.groups(GROUP))));
  }
}
