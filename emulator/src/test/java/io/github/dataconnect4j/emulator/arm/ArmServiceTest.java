package io.github.dataconnect4j.emulator.arm;

import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.GROUP;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.OWNER;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.SUBSCRIPTION;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArmServiceTest {

  private static final String VERSION = "2025-04-01";
  private static final String STRANGER = "dddddddd-0000-0000-0000-000000000001";

  private final EmulatedAzure azure = new EmulatedAzure();

  private Reply createGroup() {
    return azure.put(GROUP, VERSION, "{'location':'West Europe','tags':{'a':'b'}}");
  }

  @Nested
  class TheGate {

    @Test
    void refusesACallWithoutAToken() {
      Reply reply =
          azure.send("GET", "/subscriptions?api-version=2022-12-01", "", "Authorization", "");

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("AuthenticationFailed");
      assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Bearer authorization_uri=");
    }

    @Test
    void wantsAVersionThatIsKnown() {
      assertThat(azure.send("GET", GROUP, "").code()).isEqualTo("MissingApiVersionParameter");
      Reply reply = azure.get(GROUP, "2010-01-01");
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("InvalidApiVersionParameter");
      assertThat(reply.message()).contains("'2010-01-01'").contains(VERSION);
    }

    @Test
    void knowsVersionsByProvider() {
      createGroup();
      Reply reply = azure.get(EmulatedAzure.ACCOUNT, VERSION);

      assertThat(reply.code()).isEqualTo("InvalidApiVersionParameter");
      assertThat(reply.message()).contains("2025-06-01,2025-08-01");
    }

    @Test
    void missesTheSubscriptionFirstThenTheGroupThenTheResource() {
      String elsewhere = "/subscriptions/99999999-0000-0000-0000-000000000000/resourceGroups/rg1";

      assertThat(azure.get(elsewhere, VERSION).code()).isEqualTo("SubscriptionNotFound");
      assertThat(azure.get(EmulatedAzure.ACCOUNT, "2025-06-01").code())
          .isEqualTo("ResourceGroupNotFound");
      createGroup();
      assertThat(azure.get(EmulatedAzure.ACCOUNT, "2025-06-01").code())
          .isEqualTo("ResourceNotFound");
    }

    @Test
    void refusesWhoHoldsNoRole() {
      createGroup();
      azure.caller = new Caller(STRANGER, TENANT, Caller.Kind.USER);

      Reply reply = azure.put(GROUP, VERSION, "{'location':'westeurope'}");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("AuthorizationFailed");
      assertThat(reply.message())
          .contains(STRANGER)
          .contains("'Microsoft.Resources/subscriptions/resourceGroups/write'")
          .contains(GROUP);
    }

    @Test
    void letsAReaderReadAndNotWrite() {
      createGroup();
      azure.world.roles().grant(GROUP, STRANGER, BuiltInRole.READER);
      azure.caller = new Caller(STRANGER, TENANT, Caller.Kind.USER);

      assertThat(azure.get(GROUP, VERSION).status()).isEqualTo(200);
      assertThat(azure.send("DELETE", GROUP + "?api-version=" + VERSION, "").status())
          .isEqualTo(403);
    }

    @Test
    void refusesATokenOfAnotherTenant() {
      azure.caller = new Caller(OWNER, STRANGER, Caller.Kind.USER);

      assertThat(azure.get(GROUP, VERSION).code()).isEqualTo("InvalidAuthenticationTokenTenant");
    }

    @Test
    void answersAnUnknownRouteInItsOwnShape() {
      createGroup();
      Reply reply = azure.get(GROUP + "/providers/Microsoft.Storage/tables/x", "2025-06-01");

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("InvalidResourceType");
    }

    @Test
    void neverQuotesABodyThatIsNotJson() {
      Reply reply = azure.put(GROUP, VERSION, "secret-text-that-is-not-json");

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("InvalidRequestContent");
      assertThat(reply.message()).doesNotContain("secret");
    }
  }

  @Nested
  class Groups {

    @Test
    void areMadeOnceAndThenUpdated() {
      assertThat(createGroup().status()).isEqualTo(201);
      Reply again = createGroup();

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text("/location")).isEqualTo("westeurope");
      assertThat(again.text("/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void areFoundInAnyCaseAndBehindADoubledSlash() {
      createGroup();

      assertThat(azure.get("/" + SUBSCRIPTION + "/resourcegroups/RG1", VERSION).text("/name"))
          .isEqualTo("rg1");
    }

    @Test
    void answerAHead() {
      assertThat(azure.send("HEAD", GROUP + "?api-version=" + VERSION, "").status()).isEqualTo(404);
      createGroup();
      assertThat(azure.send("HEAD", GROUP + "?api-version=" + VERSION, "").status()).isEqualTo(204);
    }

    @Test
    void cannotMove() {
      createGroup();

      assertThat(azure.put(GROUP, VERSION, "{'location':'eastus'}").code())
          .isEqualTo("InvalidResourceGroupLocation");
    }

    @Test
    void takeAllThatIsInThemAlong() {
      EmulatedAzure full = EmulatedAzure.withLanding();
      full.world.roles().grant(EmulatedAzure.ACCOUNT, STRANGER, BuiltInRole.READER);

      Reply accepted = full.send("DELETE", GROUP + "?api-version=" + VERSION, "");

      assertThat(accepted.status()).isEqualTo(202);
      String location =
          accepted.headers().get("Location").substring("https://localhost:8443".length());
      assertThat(full.send("GET", location, "").status()).isEqualTo(202);
      assertThat(full.send("GET", location, "").status()).isEqualTo(200);
      assertThat(full.accounts.account("gdcacct")).isEmpty();
      assertThat(full.tenant.containers).isEmpty();
      assertThat(full.world.resources().beneath(SUBSCRIPTION)).isEmpty();
      assertThat(full.world.roles().all()).hasSize(1);
    }

    @Test
    void listWhatIsInThem() {
      EmulatedAzure full = EmulatedAzure.withLanding();
      String target = SUBSCRIPTION + "/resources?api-version=2025-04-01&$filter=";

      Reply byType =
          full.send("GET", target + "resourceType%20eq%20'Microsoft.Storage/storageAccounts'", "");
      Reply byGroup = full.send("GET", target + "resourceGroup%20eq%20'RG1'", "");

      assertThat(byType.body().path("value")).hasSize(1);
      assertThat(byType.text("/value/0/name")).isEqualTo("gdcacct");
      assertThat(byType.body().at("/value/0/properties").isMissingNode()).isTrue();
      assertThat(byGroup.body().path("value")).hasSize(2);
    }
  }

  @Nested
  class Providers {

    private static final String BILLING = SUBSCRIPTION + "/providers/Microsoft.GraphServices";

    @Test
    void refuseWritesUntilTheyAreRegistered() {
      createGroup();
      String account = GROUP + "/providers/Microsoft.GraphServices//accounts/billing";
      String body = "{'location':'global','properties':{'appId':'" + FakeTenant.APP + "'}}";

      Reply refused = azure.put(account, "2023-04-13", body);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("MissingSubscriptionRegistration");

      Reply registering = azure.send("POST", BILLING + "/register?api-version=2025-04-01", "");
      assertThat(registering.status()).isEqualTo(200);
      assertThat(registering.text("/registrationState")).isEqualTo("Registering");
      azure.time.advance(ProviderRegistrations.TAKES);

      assertThat(azure.get(BILLING, VERSION).text("/registrationState")).isEqualTo("Registered");
      assertThat(azure.put(account, "2023-04-13", body).status()).isEqualTo(201);
    }

    @Test
    void tellTheVersionsOfTheirTypes() {
      Reply reply = azure.get("/providers/Microsoft.DataFactory", VERSION);

      assertThat(reply.text("/resourceTypes/0/resourceType")).isEqualTo("factories");
      assertThat(reply.text("/resourceTypes/0/apiVersions/0")).isEqualTo("2018-06-01");
    }

    @Test
    void doNotExistByInvention() {
      assertThat(azure.get(SUBSCRIPTION + "/providers/Microsoft.Nothing", VERSION).code())
          .isEqualTo("InvalidResourceNamespace");
    }
  }

  @Nested
  class Billing {

    private final EmulatedAzure landed = EmulatedAzure.withLanding();

    private Reply bill(String name, String app) {
      return landed.put(
          GROUP + "/providers/Microsoft.GraphServices/accounts/" + name,
          "2023-04-13",
          "{'location':'Global','properties':{'appId':'" + app + "'}}");
    }

    @Test
    void isOneResourceForAnApplication() {
      Reply first = bill("one", FakeTenant.APP);
      Reply again = bill("one", FakeTenant.APP);
      Reply second = bill("two", FakeTenant.APP);

      assertThat(first.text("/properties/billingPlanId")).isNotEmpty();
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.message()).contains("already premium usage").contains("accounts/one");
    }

    @Test
    void isForAnApplicationThatExists() {
      assertThat(bill("one", STRANGER).status()).isEqualTo(400);
    }
  }

  @Test
  void listsTheSubscriptionsThatTheCallerSees() {
    assertThat(azure.get("/subscriptions", "2022-12-01").text("/value/0/tenantId"))
        .isEqualTo(TENANT);
    azure.caller = new Caller(STRANGER, TENANT, Caller.Kind.USER);
    assertThat(azure.get("/subscriptions", "2022-12-01").body().path("value")).isEmpty();
  }

  @Test
  void claimsItsOwnPathsOnly() {
    assertThat(
            List.of("//subscriptions/x", "/Providers", "/tenants", "/gdcacct/subscriptions", "/"))
        .extracting(azure::isClaimed)
        .containsExactly(true, true, true, false, false);
  }
}
