package io.github.dataconnect4j.emulator.graph;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.AUTOMATION;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EMPLOYEE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.EVERYBODY;
import static io.github.dataconnect4j.emulator.directory.TestTenant.FINANCE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.ServiceCaller;
import io.github.dataconnect4j.emulator.http.ServiceCaller.Answer;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphServiceTest {

  private static final String GRAPH = "https://graph.microsoft.com";

  private final VirtualTime time = new VirtualTime(TestTenant.START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final Tokens tokens = new Tokens(TENANT, TimeSource.system());
  private final AuditLog audit = new AuditLog(time);
  private final ServiceCaller anonymous =
      new ServiceCaller(new GraphService(directory, tokens, audit, time));
  private final ServiceCaller graph = as(AUTOMATION);

  @Nested
  class Refuses {

    @Test
    void whoHasNoToken() {
      Answer answer = anonymous.with("client-request-id", "mine").get("/v1.0/users");

      assertError(answer, 401, "InvalidAuthenticationToken", "Access token is empty.");
      assertThat(answer.text("/error/innerError/date")).isEqualTo("2026-01-05T08:00:00");
      assertThat(answer.text("/error/innerError/request-id")).isNotEmpty();
      assertThat(answer.text("/error/innerError/client-request-id")).isEqualTo("mine");
      assertThat(answer.headers().get("WWW-Authenticate"))
          .contains("https://localhost:8443/common/oauth2/v2.0/authorize");
    }

    @Test
    void whoseTokenIsForAnotherServiceOrOld() {
      Principal admin = Principal.of(TENANT, ADMIN);
      String elsewhere = tokens.issueFor(admin, "https://storage.azure.com").value().reveal();
      assertError(
          anonymous.bearer(elsewhere).get("/v1.0/users"),
          401,
          "InvalidAuthenticationToken",
          "Access token validation failure. Invalid audience.");

      tokens.expireAll();
      assertError(
          graph.get("/v1.0/users"),
          401,
          "InvalidAuthenticationToken",
          "Lifetime validation failed, the token is expired.");
    }

    @Test
    void anApplicationWithoutARole() {
      Application application = TestTenant.application(directory, "mail");

      assertDenied(as(application.appId()).get("/v1.0/users"));
    }

    @Test
    void whatItDoesNotHave() {
      assertError(
          graph.get("/v1.0/planets"),
          400,
          "BadRequest",
          "Resource not found for the segment 'planets'.");
      assertError(
          graph.get("/v1.0/users/x/orbit"),
          400,
          "BadRequest",
          "Resource not found for the segment 'orbit'.");
      assertError(
          graph.get("/v1.0/groups/nope"),
          404,
          "Request_ResourceNotFound",
          "Resource 'nope' does not exist or one of its queried reference-property objects are not"
              + " present.");
    }

    @Test
    void whatItCannotRead() {
      assertError(
          graph.post("/v1.0/applications", "{"),
          400,
          "BadRequest",
          "Unable to read JSON request payload.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "$filter=department gt 'a' | BadRequest | The operator 'gt' is not supported",
          "$filter=salary eq 1 | BadRequest | Could not find a property named 'salary'",
          "$top=0 | BadRequest | Invalid value '0' for $top query option",
          "$top=x | BadRequest | Invalid value 'x' for $top query option",
          "$orderby=mail | Request_UnsupportedQuery | the query option '$orderby'",
        })
    void aQueryThatItDoesNotSupport(String query, String code, String message) {
      Answer answer = graph.get("/v1.0/users?" + query.replace(" ", "%20"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("/error/code")).isEqualTo(code);
      assertThat(answer.text("/error/message")).contains(message);
    }
  }

  @Nested
  class Applications {

    private static final String BODY =
        """
        {"@odata.type":"#microsoft.graph.application","displayName":"gdc-app",
         "signInAudience":"AzureADMyOrg","tags":["gdc"],"keyCredentials":[],
         "requiredResourceAccess":[{"resourceAppId":"00000003-0000-0000-c000-000000000000",
           "resourceAccess":[{"id":"810c84a8-4a9e-49e6-bf7d-12d183f40d01","type":"Role"}]}]}
        """;

    @Test
    void areMadeAndFoundByTagNameAndClientId() {
      Answer made = graph.post("/v1.0/applications", BODY);

      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("/displayName")).isEqualTo("gdc-app");
      assertThat(made.text("/requiredResourceAccess/0/resourceAccess/0/type")).isEqualTo("Role");
      for (String filter :
          List.of(
              "tags/any(t:t eq 'gdc')",
              "displayName eq 'gdc-app'",
              "startswith(displayName,'gdc')",
              "appId eq '" + made.text("/appId") + "'")) {
        Answer found = graph.get("/v1.0/applications?%24filter=" + encode(filter) + "&$top=5");
        assertThat(ids(found)).as(filter).containsExactly(made.text("/id"));
      }
      assertThat(graph.get("/v1.0/applications/" + made.text("/id")).text("/appId"))
          .isEqualTo(made.text("/appId"));
    }

    @Test
    void areMadeOnceByTheirUniqueName() {
      String target = "/v1.0/applications(uniqueName='mine')";
      assertThat(graph.patch(target, BODY).status()).as("not asked to make it").isEqualTo(404);

      ServiceCaller upsert = graph.with("Prefer", "create-if-missing");
      Answer made = upsert.patch(target, BODY);
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("/uniqueName")).isEqualTo("mine");

      assertThat(upsert.patch(target, "{\"displayName\":\"other\"}").status()).isEqualTo(204);
      Answer found = graph.get("/v1.0/applications%28uniqueName%3D%27mine%27%29");
      assertThat(found.text("/id")).isEqualTo(made.text("/id"));
      assertThat(found.text("/displayName")).isEqualTo("other");
      assertThat(graph.get("/v1.0/applications(uniqueName='theirs')").status()).isEqualTo(404);
    }

    @Test
    void getOneServicePrincipalByTheirClientId() {
      String appId = graph.post("/v1.0/applications", BODY).text("/appId");
      String target = "/v1.0/servicePrincipals(appId='" + appId + "')";
      assertThat(graph.patch(target, "{}").status()).isEqualTo(404);

      ServiceCaller upsert = graph.with("Prefer", "create-if-missing");
      Answer made = upsert.patch(target, "{}");
      assertThat(made.status()).isEqualTo(201);

      assertThat(upsert.patch(target, "{}").status()).isEqualTo(204);
      assertThat(graph.get(target).text("/id")).isEqualTo(made.text("/id"));
      assertThat(upsert.patch("/v1.0/servicePrincipals(appId='none')", "{}").status())
          .isEqualTo(400);
    }

    @Test
    void areShownBySelection() {
      graph.post("/v1.0/applications", BODY);

      Answer found =
          graph.get("/v1.0/applications?$filter=displayName%20eq%20'gdc-app'&$select=id,appId");

      assertThat(found.body().at("/value/0").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("id", "appId");
    }

    @Test
    void areDeleted() {
      String id = graph.post("/v1.0/applications", BODY).text("/id");

      assertThat(graph.delete("/v1.0/applications/" + id).status()).isEqualTo(204);
      assertThat(graph.get("/v1.0/applications/" + id).status()).isEqualTo(404);
      assertThat(graph.delete("/v1.0/applications/" + id).status()).isEqualTo(404);
    }

    @Test
    void needANameAndAKnownAudience() {
      assertError(
          graph.post("/v1.0/applications", "{}"),
          400,
          "Request_BadRequest",
          "Property 'displayName' of resource 'Application' is required.");
      assertThat(
              graph
                  .post("/v1.0/applications", "{\"displayName\":\"x\",\"signInAudience\":\"y\"}")
                  .text("/error/message"))
          .contains("'signInAudience'");
    }

    @Test
    void areMadeByThoseWithARoleOnly() {
      assertDenied(as(EMPLOYEE).post("/v1.0/applications", BODY));
      assertThat(as(ADMIN).post("/v1.0/applications", BODY).status()).isEqualTo(201);
    }

    @Test
    void belongToTheDeveloperWhoMakesThem() {
      String id = as(DEVELOPER).post("/v1.0/applications", BODY).text("/id");
      String others = graph.post("/v1.0/applications", BODY).text("/id");

      assertThat(ids(graph.get("/v1.0/applications/" + id + "/owners")))
          .containsExactly(DEVELOPER.id());
      assertThat(ids(graph.get("/v1.0/applications/" + others + "/owners"))).isEmpty();
      assertThat(as(DEVELOPER).delete("/v1.0/applications/" + id).status()).isEqualTo(204);
      assertDenied(as(DEVELOPER).delete("/v1.0/applications/" + others));
    }

    @Test
    void getOwnersOnceEach() {
      String owners =
          "/v1.0/applications/" + graph.post("/v1.0/applications", BODY).text("/id") + "/owners";
      String reference =
          "{\"@odata.id\":\"https://localhost:8443/v1.0/directoryObjects/" + DEVELOPER.id() + "\"}";

      assertThat(graph.post(owners + "/$ref", reference).status()).isEqualTo(204);
      assertError(
          graph.post(owners + "/$ref", reference),
          400,
          "Request_BadRequest",
          "One or more added object references already exist for the following modified"
              + " properties: 'owners'.");
      assertThat(
              graph
                  .post(owners + "/$ref", reference.replace(DEVELOPER.id(), "nobody"))
                  .text("/error/code"))
          .isEqualTo("Request_ResourceNotFound");
      Answer listed = graph.get(owners);
      assertThat(listed.text("/value/0/@odata.type")).isEqualTo("#microsoft.graph.user");
      assertThat(listed.text("/value/0/id")).isEqualTo(DEVELOPER.id());
    }

    @Test
    void getSecretsThatAreToldOnce() {
      Answer made = graph.post("/v1.0/applications", BODY);
      String path = "/v1.0/applications/" + made.text("/id");

      Answer added =
          graph.post(
              path + "/addPassword",
              "{\"passwordCredential\":{\"displayName\":\"gdc\","
                  + "\"endDateTime\":\"2026-07-01T00:00:00Z\"}}");

      assertThat(added.status()).isEqualTo(200);
      assertThat(added.text("/startDateTime")).isEqualTo("2026-01-05T08:00:00Z");
      assertThat(added.text("/endDateTime")).isEqualTo("2026-07-01T00:00:00Z");
      assertThat(added.text("/hint")).hasSize(3);
      assertThat(directory.accepts(made.text("/appId"), added.text("/secretText"))).isTrue();
      Answer read = graph.get(path);
      assertThat(read.text("/passwordCredentials/0/keyId")).isEqualTo(added.text("/keyId"));
      assertThat(read.body().toString()).doesNotContain(added.text("/secretText"));

      String key = "{\"keyId\":\"" + added.text("/keyId") + "\"}";
      assertThat(graph.post(path + "/removePassword", key).status()).isEqualTo(204);
      assertError(
          graph.post(path + "/removePassword", key),
          400,
          "Request_BadRequest",
          "No password credential found with keyId.");
      assertThat(directory.accepts(made.text("/appId"), added.text("/secretText"))).isFalse();
    }

    @Test
    void getSecretsForTwoYearsUnlessSaidOtherwise() {
      String path = "/v1.0/applications/" + graph.post("/v1.0/applications", BODY).text("/id");

      assertThat(graph.post(path + "/addPassword", "{}").text("/endDateTime"))
          .isEqualTo("2028-01-05T08:00:00Z");
      assertThat(
              graph
                  .post(
                      path + "/addPassword",
                      "{\"passwordCredential\":{\"endDateTime\":\"2020-01-01T00:00:00Z\"}}")
                  .status())
          .isEqualTo(400);
    }

    @Test
    void actAsOneServicePrincipal() {
      String appId = graph.post("/v1.0/applications", BODY).text("/appId");
      String body = "{\"appId\":\"" + appId + "\",\"tags\":[\"gdc\"]}";

      Answer made = graph.post("/v1.0/servicePrincipals", body);
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("/servicePrincipalType")).isEqualTo("Application");
      assertThat(graph.post("/v1.0/servicePrincipals", body).status()).isEqualTo(409);
      assertThat(
              graph
                  .post("/v1.0/servicePrincipals", "{\"appId\":\"nothing\"}")
                  .text("/error/message"))
          .contains("does not reference a valid application object");
      for (String filter :
          List.of(
              "appId eq '" + appId + "'", "servicePrincipalNames/any(c:c eq '" + appId + "')")) {
        assertThat(ids(graph.get("/v1.0/servicePrincipals?$filter=" + encode(filter))))
            .containsExactly(made.text("/id"));
      }
      assertThat(graph.get("/v1.0/servicePrincipals/" + made.text("/id")).text("/appId"))
          .isEqualTo(appId);
    }
  }

  @Nested
  class People {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "aaaaaaaa-0000-4000-8000-000000000003",
          "adele.vance@contoso.com",
          "adele.vance%40contoso.com"
        })
    void areReadByIdAndName(String id) {
      Answer user = graph.get("/v1.0/users/" + id);

      assertThat(user.text("/userPrincipalName")).isEqualTo("adele.vance@contoso.com");
      assertThat(user.text("/givenName")).isEqualTo("Adele");
      assertThat(user.body().has("userType")).as("told only when selected").isFalse();
      assertThat(graph.get("/v1.0/users/" + id + "?$select=id,userType").text("/userType"))
          .isEqualTo("Member");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "userPrincipalName eq 'adele.vance@contoso.com'",
          "mail eq 'Adele.Vance@contoso.com'",
          "Department eq 'Finance' and startswith(displayName,'Ad')",
        })
    void areFound(String filter) {
      assertThat(ids(graph.get("/v1.0/users?$filter=" + encode(filter))))
          .containsExactly(DEVELOPER.id());
    }

    @Test
    void comePageByPageAndCountedOnRequest() {
      Answer page =
          graph
              .with("ConsistencyLevel", "eventual")
              .get("/v1.0/users?$filter=" + encode("userType eq 'Member'") + "&$top=2&$count=true");
      List<String> all = new ArrayList<>(ids(page));
      assertThat(page.body().path("@odata.count").asInt()).isEqualTo(5);
      int pages = 1;
      while (page.body().has("@odata.nextLink")) {
        String link = page.text("/@odata.nextLink");
        assertThat(link).startsWith("https://localhost:8443/v1.0/users?");
        page = graph.get(link.substring("https://localhost:8443".length()));
        all.addAll(ids(page));
        pages++;
      }

      assertThat(pages).isEqualTo(3);
      assertThat(all).hasSize(5).doesNotHaveDuplicates();
      assertThat(graph.get("/v1.0/users?$count=true").body().has("@odata.count")).isFalse();
    }

    @Test
    void knowThemselves() {
      assertThat(as(DEVELOPER).get("/v1.0/me").text("/id")).isEqualTo(DEVELOPER.id());
      assertError(
          graph.get("/v1.0/me"),
          400,
          "BadRequest",
          "/me request is only valid with delegated authentication flow.");
    }

    @Test
    void standInGroups() {
      Answer found = graph.get("/v1.0/groups?$filter=" + encode("displayName eq 'Finance'"));
      assertThat(ids(found)).containsExactly(FINANCE.id());
      assertThat(found.body().at("/value/0/securityEnabled").asBoolean()).isTrue();
      String everybody = "/v1.0/groups/" + EVERYBODY.id();
      assertThat(graph.get(everybody).text("/groupTypes/0")).isEqualTo("Unified");
      assertThat(ids(graph.get(everybody + "/members"))).hasSize(3);
      assertThat(ids(graph.get(everybody + "/transitiveMembers"))).contains(FINANCE.id());
      assertThat(ids(graph.get(everybody + "/transitiveMembers/graph.user")))
          .hasSize(4)
          .doesNotContain(FINANCE.id());
    }
  }

  @Nested
  class Roles {

    @Test
    void areToldOfPeopleAndApplications() {
      Answer roles =
          graph.get("/v1.0/users/" + ADMIN.id() + "/transitiveMemberOf/graph.directoryRole");
      assertThat(roles.text("/value/0/roleTemplateId"))
          .isEqualTo("62e90394-69f5-4237-9190-012177145e10");
      assertThat(roles.text("/value/0/displayName")).isEqualTo("Global Administrator");
      String automation = directory.servicePrincipalId(AUTOMATION).orElseThrow();
      assertThat(
              graph
                  .get(
                      "/v1.0/servicePrincipals/"
                          + automation
                          + "/transitiveMemberOf/microsoft.graph.directoryRole")
                  .body()
                  .at("/value"))
          .hasSize(2);
    }

    @Test
    void areListed() {
      Answer found =
          graph.get(
              "/v1.0/directoryRoles?$filter="
                  + encode("roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'"));
      assertThat(found.text("/value/0/displayName")).isEqualTo("Global Administrator");
      assertThat(found.body().at("/value")).hasSize(1);
    }

    @Test
    void areAssigned() {
      Answer found =
          graph.get(
              "/v1.0/roleManagement/directory/roleAssignments?$expand=roleDefinition&$filter="
                  + encode("principalId eq '" + ADMIN.id() + "'"));
      assertThat(found.body().at("/value")).hasSize(1);
      assertThat(found.text("/value/0/roleDefinitionId"))
          .isEqualTo("62e90394-69f5-4237-9190-012177145e10");
      assertThat(found.text("/value/0/roleDefinition/displayName"))
          .isEqualTo("Global Administrator");
    }
  }

  @Test
  void licencesAndTheOrganizationAreRead() {
    assertThat(graph.get("/v1.0/subscribedSkus").text("/value/0/skuPartNumber"))
        .isEqualTo("SPE_E5");
    assertThat(graph.get("/v1.0/organization").text("/value/0/id")).isEqualTo(TENANT);
  }

  @Nested
  class Audit {

    private static final String QUERIES = "/v1.0/security/auditLog/queries";

    private final AppRegistrations registrations =
        new AppRegistrations(TENANT, directory, directory, time, audit);
    private final Application application = TestTenant.application(directory, "mail");

    @Test
    void searchesTakeTwoLooks() {
      decide();
      Answer made = graph.post(QUERIES, search(application.appId()));
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("/status")).isEqualTo("notStarted");
      assertThat(made.text("/displayName")).isEqualTo("gdc consent");
      String query = QUERIES + "/" + made.text("/id");
      assertThat(graph.get(query + "/records").status()).isEqualTo(400);

      assertThat(graph.get(query).text("/status")).isEqualTo("running");
      assertThat(graph.get(query).text("/status")).isEqualTo("succeeded");
      assertThat(graph.get(query).text("/status")).isEqualTo("succeeded");

      Answer records = graph.get(query + "/records");
      assertThat(records.body().at("/value")).hasSize(2);
      assertThat(records.text("/value/0/auditLogRecordType"))
          .isEqualTo("MicrosoftGraphDataConnectConsent");
      assertThat(records.text("/value/0/operation")).isEqualTo("ConsentModificationRequest");
      assertThat(records.text("/value/0/objectId")).isEqualTo(application.appId());
      assertThat(records.text("/value/0/auditData/State")).isEqualTo("Approved");
      assertThat(records.text("/value/1/auditData/State")).isEqualTo("Denied");
      Answer first = graph.get(query + "/records?$top=1");
      assertThat(first.body().at("/value")).hasSize(1);
      assertThat(first.text("/@odata.nextLink")).contains("/records?$top=1&$skiptoken=1");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "\"objectIdFilters\":[\"another\"]| 0",
          "\"recordTypeFilters\":[\"microsoftGraphDataConnectConsent\"]| 2",
          "\"recordTypeFilters\":[\"MicrosoftGraphDataConnectOperation\"]| 0",
          "\"operationFilters\":[\"ConsentModificationRequest\"]| 2",
          "\"filterStartDateTime\":\"2026-01-05T09:00:00Z\"| 1",
          "\"filterEndDateTime\":\"2026-01-05T09:00:00Z\"| 1",
          "\"userPrincipalNameFilters\":[\"megan.bowen@contoso.com\"]| 2",
        })
    void searchesAreNarrowed(String filter, int found) {
      decide();
      String query =
          QUERIES + "/" + graph.post(QUERIES, "{" + filter.replace("\"\"", "\"") + "}").text("/id");
      graph.get(query);
      graph.get(query);

      Answer records = graph.get(query + "/records");
      assertThat(records.status()).isEqualTo(200);
      assertThat(records.body().at("/value")).hasSize(found);
    }

    @Test
    void searchesAreForThoseWithARole() {
      assertDenied(as(EMPLOYEE).post(QUERIES, search("x")));
      assertThat(as(ADMIN).post(QUERIES, search("x")).status()).isEqualTo(201);
    }

    @Test
    void aFilterThatIsNotSupportedIsRefused() {
      assertThat(graph.post(QUERIES, "{\"keywordFilter\":\"x\"}").text("/error/message"))
          .isEqualTo("The emulator does not support keywordFilter.");
      assertThat(graph.post(QUERIES, "{\"filterEndDateTime\":\"x\"}").status()).isEqualTo(400);
    }

    private void decide() {
      registrations.setDataConnectOn();
      directory.applications().addOwner(application, DEVELOPER.id());
      registrations.register(
          new Entry(
              TENANT,
              application.appId(),
              DEVELOPER.id(),
              "why",
              "sub",
              "rg",
              URI.create("https://acct.blob.core.windows.net"),
              List.of(
                  new AuthorizedDataset(
                      Catalog.builtIn().dataset("Message_v1").columns("subject"),
                      Scope.everyone()))));
      registrations.approve(application.appId(), "1", ADMIN.id());
      time.advance(Duration.ofHours(1).plusSeconds(1));
      registrations.decline(application.appId(), "1", ADMIN.id(), "over");
    }

    private String search(String appId) {
      return """
          {"displayName":"gdc consent","filterStartDateTime":"2026-01-01T00:00:00Z",
           "filterEndDateTime":"2027-01-01T00:00:00Z","keywordFilter":null,
           "recordTypeFilters":["MicrosoftGraphDataConnectConsent",
             "MicrosoftGraphDataConnectOperation"],"objectIdFilters":["%s"]}
          """
          .formatted(appId);
    }
  }

  private ServiceCaller as(Person person) {
    return anonymous.bearer(tokens.issueFor(Principal.of(TENANT, person), GRAPH).value().reveal());
  }

  private ServiceCaller as(String appId) {
    ServicePrincipal principal = directory.applications().servicePrincipalOf(appId).orElseThrow();
    return anonymous.bearer(
        tokens.issueFor(Principal.of(TENANT, principal), GRAPH).value().reveal());
  }

  private static void assertDenied(Answer answer) {
    assertError(
        answer,
        403,
        "Authorization_RequestDenied",
        "Insufficient privileges to complete the operation.");
  }

  private static void assertError(Answer answer, int status, String code, String message) {
    assertThat(answer.text("/error/message")).isEqualTo(message);
    assertThat(answer.text("/error/code")).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.body().path("value").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
