package io.github.dataconnect4j.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.HandMovedTime;
import io.github.dataconnect4j.azure.StubCloud;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.Person;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntraTest {

  private static final String APPLICATION =
      "{\"id\":\"object-1\",\"appId\":\"app-1\",\"displayName\":\"Metrics\",\"tags\":[\"t\"],"
          + "\"passwordCredentials\":[{\"keyId\":\"aaaaaaaa-0000-0000-0000-000000000003\","
          + "\"endDateTime\":\"2026-07-01T00:00:00Z\"}]}";
  private static final String MISSING =
      "{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"No such thing.\"}}";

  private final Application app =
      new Application("object-1", "app-1", "Metrics", List.of(), Set.of());
  private StubCloud stub;
  private AzureAccount account;
  private Directory directory;

  @BeforeEach
  void open() throws IOException {
    stub = new StubCloud();
    account = stub.account().directory(Entra.directory());
    directory = account.directory();
  }

  @AfterEach
  void close() {
    account.close();
    stub.close();
  }

  @Nested
  class Requests {

    private static final String SKUS = "GET /v1.0/subscribedSkus";
    private static final String FOUND =
        "{\"value\":[{\"skuPartNumber\":\"SPE_E5\",\"capabilityStatus\":\"Enabled\"},"
            + "{\"skuPartNumber\":\"OLD\",\"capabilityStatus\":\"Deleted\"}]}";

    @Test
    void carryTheTokenAndAskForItOnce() {
      stub.on(SKUS, 200, FOUND);
      assertThat(directory.licences()).containsExactly("SPE_E5");
      assertThat(directory.licences()).containsExactly("SPE_E5");
      assertThat(stub.seen())
          .allSatisfy(request -> assertThat(request.authorization()).isEqualTo("Bearer token-1"));
    }

    @Test
    void areTranslatedWhereTheErrorSaysNothing() {
      stub.on(SKUS, 400, "{}");
      assertThatThrownBy(() -> directory.licences())
          .isInstanceOf(RejectedException.class)
          .hasMessageStartingWith("Could not ");
    }

    @Test
    void areRepeatedOnTheCloudsClock() {
      stub.on(SKUS, 429, Map.of("Retry-After", "40"), "{}").on(SKUS, 200, FOUND);
      assertThat(directory.licences()).containsExactly("SPE_E5");
      assertThat(stub.time().sleeps()).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void giveUpWhenThrottledForLong() {
      stub.on(SKUS, 429, Map.of("Retry-After", "600"), "{\"error\":{\"code\":\"TooMany\"}}");
      assertThatThrownBy(() -> directory.licences())
          .isInstanceOf(ThrottledException.class)
          .hasMessageContaining("list the tenant's licences")
          .hasMessageContaining("[TooMany]");
      assertThat(stub.seen()).hasSize(1);
    }

    @Test
    void getOneNewTokenWhenTheirsIsRefused() {
      stub.on(
              SKUS,
              401,
              "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Old.\"}}")
          .on(SKUS, 200, FOUND);
      assertThat(directory.licences()).containsExactly("SPE_E5");
      assertThat(stub.seen().stream().map(StubCloud.Seen::authorization))
          .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void goToNoStranger() {
      stub.on(SKUS, 200, "{\"value\":[],\"@odata.nextLink\":\"https://127.0.0.1:1/v1.0/more\"}");
      assertThatThrownBy(() -> directory.licences())
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("https://127.0.0.1:1")
          .hasMessageContaining("nothing was sent");
    }
  }

  @Nested
  class People {

    @Test
    void areFoundByName() {
      stub.on(
          "GET /v1.0/users/ada%40contoso.com",
          200, "{\"id\":\"1\",\"userPrincipalName\":\"ada@contoso.com\",\"userType\":\"Member\"}");
      assertThat(directory.findPerson("ada@contoso.com"))
          .contains(new Person("1", "ada@contoso.com", false));
      assertThat(directory.findPerson("eve@contoso.com")).isEmpty();
    }

    @Test
    void ofOtherTenantsAreGuests() {
      stub.on(
          "GET /v1.0/users/1",
          200,
          "{\"id\":\"1\",\"userPrincipalName\":\"bob_x.com#EXT#@contoso.com\"}");
      assertThat(directory.findPerson("1")).map(Person::guest).contains(true);
    }

    @Test
    void haveRolesAndSoHavePrograms() {
      String roles =
          "{\"value\":[{\"@odata.type\":\"#microsoft.graph.directoryRole\","
              + "\"displayName\":\"Global Administrator\"}]}";
      stub.on("GET /v1.0/users/1/transitiveMemberOf/graph.directoryRole", 200, roles)
          .on("GET /v1.0/users/2/transitiveMemberOf/graph.directoryRole", 404, MISSING)
          .on("GET /v1.0/servicePrincipals/2/transitiveMemberOf/graph.directoryRole", 200, roles);
      assertThat(directory.directoryRoles("1")).containsExactly("Global Administrator");
      assertThat(directory.directoryRoles("2")).containsExactly("Global Administrator");
    }
  }

  @Nested
  class Applications {

    private static final String GET = "GET /v1.0/applications";

    /** The unique name that follows from the tag "t". */
    private static final String BY_NAME =
        " /v1.0/applications(uniqueName='dataconnect4j-e358efa4-89f5-3062-b10d-d7316b65649e')";

    private static final String UPSERT = "PATCH" + BY_NAME;
    private static final String PRINCIPAL = " /v1.0/servicePrincipals(appId='app-1')";

    @Test
    void areFoundByTag() {
      stub.on(GET, 200, "{\"value\":[" + APPLICATION + "]}");
      Application found = directory.findApplication("it's ours").orElseThrow();
      assertThat(found.applicationId()).isEqualTo("app-1");
      assertThat(found.secrets()).hasSize(1);
      assertThat(
              URLDecoder.decode(stub.seen().get(0).headers().get("target"), StandardCharsets.UTF_8))
          .contains("$filter=tags/any(t:t eq 'it''s ours')");
    }

    @Test
    void ofOneTagMustBeOne() {
      stub.on(GET, 200, "{\"value\":[" + APPLICATION + "," + APPLICATION + "]}");
      assertThatThrownBy(() -> directory.findApplication("t"))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("2 applications carry it: app-1, app-1");
    }

    @Test
    void areMadeForTheirTenantAlone() {
      stub.on(UPSERT, 201, APPLICATION);
      assertThat(directory.createApplication("Metrics", "t").objectId()).isEqualTo("object-1");
      assertThat(stub.seen().get(0).body())
          .contains("\"signInAudience\":\"AzureADMyOrg\"")
          .contains("\"tags\":[\"t\"]");
      assertThat(stub.seen().get(0).headers()).containsEntry("Prefer", "create-if-missing");
    }

    @Test
    void whoseAnswerIsLostAreAskedForAgainByTheirUniqueName() {
      stub.on(UPSERT, 0, "").on(UPSERT, 204, "").on("GET" + BY_NAME, 200, APPLICATION);
      assertThat(directory.createApplication("Metrics", "t").objectId()).isEqualTo("object-1");
      assertThat(stub.lines()).containsExactly(UPSERT, UPSERT, "GET" + BY_NAME);
    }

    @Test
    void thatOthersMakeAtTheSameTimeAreOne() {
      stub.on(UPSERT, 409, "{\"error\":{\"code\":\"Conflict\",\"message\":\"Concurrent.\"}}")
          .on(UPSERT, 204, "")
          .on("GET" + BY_NAME, 404, MISSING)
          .on(UPSERT, 204, "")
          .on("GET" + BY_NAME, 200, APPLICATION);
      assertThat(directory.createApplication("Metrics", "t").objectId()).isEqualTo("object-1");
    }

    @Test
    void areNotMadeWhereTheServiceStaysAway() {
      stub.on(UPSERT, 500, "{\"error\":{\"code\":\"Boom\",\"message\":\"Boom.\"}}");
      assertThatThrownBy(() -> directory.createApplication("Metrics", "t"))
          .isInstanceOf(ServiceUnavailableException.class)
          .hasMessageContaining("Boom.");
    }

    @Test
    void getASecretThatIsToldOnce() {
      String line = "POST /v1.0/applications/object-1/addPassword";
      stub.on(line, 404, MISSING)
          .on(
              line,
              200,
              "{\"keyId\":\"aaaaaaaa-0000-0000-0000-000000000003\",\"secretText\":\"hunter2\","
                  + "\"endDateTime\":\"2026-05-30T12:00:00Z\"}");
      AddedSecret added = directory.addSecret(app, "label", Duration.ofDays(90));
      assertThat(added.value().reveal()).isEqualTo("hunter2");
      assertThat(added).asString().doesNotContain("hunter2");
      assertThat(added.entry().expiresAt())
          .isEqualTo(HandMovedTime.START.plus(Duration.ofDays(90)));
      assertThat(stub.seen().get(0).body())
          .contains("\"displayName\":\"label\"")
          .contains("\"endDateTime\":\"2026-05-30T12:00:00Z\"");
    }

    @Test
    void whoseSecretIsLostOnTheWaySaySo() {
      stub.on("POST /v1.0/applications/object-1/addPassword", 0, "");
      assertThatThrownBy(() -> directory.addSecret(app, "label", Duration.ofDays(90)))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("a secret labelled 'label' may exist");
      assertThat(stub.seen()).hasSize(1);
    }

    @Test
    void takeAnOwnerTheyHaveAlready() {
      stub.on("GET /v1.0/applications/object-1/owners", 200, "{\"value\":[{\"id\":\"p-1\"}]}")
          .on(
              "POST /v1.0/applications/object-1/owners/$ref",
              400,
              "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"One or more added object"
                  + " references already exist for the following modified properties:"
                  + " 'owners'.\"}}");
      directory.addOwner(app, "p-1");
      assertThat(directory.ownerIds(app)).containsExactly("p-1");
      assertThat(stub.seen().get(0).body()).contains(stub.url() + "/v1.0/directoryObjects/p-1");
    }

    @Test
    void haveOneServicePrincipal() {
      stub.on("PATCH" + PRINCIPAL, 204, "").on("GET" + PRINCIPAL, 200, "{\"id\":\"sp-1\"}");
      assertThat(directory.createServicePrincipal("app-1")).isEqualTo("sp-1");
      assertThat(stub.seen().get(0).headers()).containsEntry("Prefer", "create-if-missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 503})
    void areAskedForAgainWhereNoAnswerTellsWhatBecameOfThem(int status) {
      stub.on("PATCH" + PRINCIPAL, status, "{}").on("PATCH" + PRINCIPAL, 201, "{\"id\":\"sp-1\"}");
      assertThat(directory.createServicePrincipal("app-1")).isEqualTo("sp-1");
      assertThat(stub.lines()).containsExactly("PATCH" + PRINCIPAL, "PATCH" + PRINCIPAL);
    }
  }

  @Nested
  class Consent {

    private static final String QUERIES = "/v1.0/security/auditLog/queries";

    @Test
    void isTheNewestDecisionOfAllPages() {
      stub.on("POST " + QUERIES, 201, "{\"id\":\"q\",\"status\":\"notStarted\"}")
          .on("GET " + QUERIES + "/q", 200, "{\"id\":\"q\",\"status\":\"running\"}")
          .on("GET " + QUERIES + "/q", 200, "{\"id\":\"q\",\"status\":\"succeeded\"}")
          .on(
              "GET " + QUERIES + "/q/records",
              200,
              "{\"value\":["
                  + record("app-1", "2026-02-01T00:00:00Z", "Approved")
                  + "],\"@odata.nextLink\":\"{url}/v1.0/more\"}")
          .on(
              "GET /v1.0/more",
              200,
              "{\"value\":["
                  + record("app-1", "2026-02-03T00:00:00Z", "Denied")
                  + ","
                  + record("app-2", "2026-02-04T00:00:00Z", "Approved")
                  + ","
                  + record("app-1", "2026-02-02T00:00:00Z", "Approved")
                  + "]}");
      Authorization found = account.consentLog().lastDecision("app-1").orElseThrow();
      assertThat(found.decision()).isEqualTo(Authorization.Decision.DENIED);
      assertThat(found.datasets()).hasSize(1);
      assertThat(found.datasets().get(0).selection().columns()).containsExactly("sender");
      assertThat(stub.seen().get(0).body())
          .contains("\"recordTypeFilters\":[\"MicrosoftGraphDataConnectConsent\"]")
          .contains("\"objectIdFilters\":[\"app-1\"]")
          .contains("\"filterStartDateTime\":\"2025-08-31T12:00:00Z\"");
    }

    @Test
    void isNoneWhereNobodyDecided() {
      stub.on("POST " + QUERIES, 201, "{\"id\":\"q\",\"status\":\"notStarted\"}")
          .on("GET " + QUERIES + "/q", 200, "{\"id\":\"q\",\"status\":\"succeeded\"}")
          .on("GET " + QUERIES + "/q/records", 200, "{\"value\":[]}");
      assertThat(account.consentLog().lastDecision("app-1")).isEmpty();
    }

    @Test
    void isWaitedForWhileTheSearchIsNotKnownYetOrTheServiceIsAway() {
      stub.on("POST " + QUERIES, 201, "{\"id\":\"q\",\"status\":\"notStarted\"}")
          .on("GET " + QUERIES + "/q", 404, MISSING)
          .on("GET " + QUERIES + "/q", 503, Map.of("Retry-After", "120"), "{}")
          .on("GET " + QUERIES + "/q", 200, "{\"id\":\"q\",\"status\":\"succeeded\"}")
          .on("GET " + QUERIES + "/q/records", 200, "{\"value\":[]}");
      assertThat(account.consentLog().lastDecision("app-1")).isEmpty();
      assertThat(stub.lines()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }

    @Test
    void isNotAskedForThroughAClosedAccount() {
      ConsentLog log = account.consentLog();
      account.directory(); // opened
      account.close();
      assertThatThrownBy(() -> log.lastDecision("app-1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThat(stub.seen()).isEmpty();
    }

    @Test
    void needsAPermissionThatIsNamed() {
      stub.on(
          "POST " + QUERIES, 403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Denied.\"}}");
      assertThatThrownBy(() -> account.consentLog().lastDecision("app-1"))
          .isInstanceOf(NotPermittedException.class)
          .hasMessageContaining("AuditLogsQuery.Read.All")
          .hasMessageContaining("[Forbidden]");
    }

    @Test
    void isNotGuessedWhenTheSearchFails() {
      stub.on("POST " + QUERIES, 201, "{\"id\":\"q\",\"status\":\"notStarted\"}")
          .on("GET " + QUERIES + "/q", 200, "{\"id\":\"q\",\"status\":\"failed\"}");
      assertThatThrownBy(() -> account.consentLog().lastDecision("app-1"))
          .isInstanceOf(ServiceUnavailableException.class)
          .hasMessageContaining("ended as 'failed'");
    }

    private String record(String applicationId, String date, String state) {
      return "{\"id\":\"r\",\"auditLogRecordType\":\"MicrosoftGraphDataConnectConsent\","
          + "\"auditData\":{\"@odata.type\":\"#microsoft.graph.security.defaultAuditData\","
          + "\"ApplicationId\":\""
          + applicationId
          + "\",\"ApplicationVersion\":\"1\",\"State\":\""
          + state
          + "\",\"ApprovalUpdatedDateInUTC\":\""
          + date
          + "\",\"ApprovalExpiryDateInUTC\":\"2026-07-31T00:00:00Z\","
          + "\"DestinationSinks\":\"https://store.blob.core.windows.net/\",\"Datasets\":[{"
          + "\"DatasetName\":\"BasicDataSet_v0.Message_v1\",\"DatasetColumns\":\"sender\","
          + "\"Scope\":\"All\"}]}}";
    }
  }
}
