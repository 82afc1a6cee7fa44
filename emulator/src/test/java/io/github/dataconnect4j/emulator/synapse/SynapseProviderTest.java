package io.github.dataconnect4j.emulator.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SynapseProviderTest {

  private static final String VERSION = "2021-06-01";
  private static final String LAKE =
      "'defaultDataLakeStorage':{'accountUrl':'https://gdcacct.dfs.core.windows.net',"
          + "'filesystem':'gdc'}";
  private static final String BODY =
      "{'location':'West Europe','tags':{'app':'gdc'},'identity':{'type':'SystemAssigned'},"
          + "'properties':{'sqlAdministratorLoginPassword':'do-not-show-me',"
          + LAKE
          + "}}";

  private Reply workspace(EmulatedAzure azure, String method, String path, String body) {
    return azure.send(method, EmulatedAzure.WORKSPACE + path + "?api-version=" + VERSION, body);
  }

  @Nested
  class ANewWorkspace {

    private final EmulatedAzure azure = EmulatedAzure.withLanding();

    @Test
    void isMadeWhenItsOperationSaysSo() {
      Reply put = azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

      assertThat(put.status()).isEqualTo(201);
      assertThat(put.text("/properties/provisioningState")).isEqualTo("Provisioning");
      assertThat(put.headers()).containsEntry("Retry-After", "1");
      String operation = put.headers().get("Azure-AsyncOperation");
      Reply early = azure.follow(operation);
      assertThat(early.status()).isEqualTo(200);
      assertThat(early.text("/status")).isEqualTo("InProgress");
      assertThat(early.text("/id")).endsWith("/operationStatuses/" + early.text("/name"));
      assertThat(azure.follow(operation).text("/status")).isEqualTo("Succeeded");

      Reply result = azure.follow(put.headers().get("Location"));
      assertThat(result.status()).isEqualTo(200);
      assertThat(result.text("/id")).isEqualTo(EmulatedAzure.WORKSPACE);
      assertThat(result.text("/properties/provisioningState")).isEqualTo("Succeeded");
      assertThat(azure.get(EmulatedAzure.WORKSPACE, VERSION).body()).isEqualTo(result.body());
    }

    @Test
    void answersItsLocationWith202UntilItIsMade() {
      Reply put = azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

      assertThat(azure.follow(put.headers().get("Location")).status()).isEqualTo(202);
      assertThat(azure.follow(put.headers().get("Location")).status()).isEqualTo(200);
    }

    @Test
    void isMadeForThoseTooWhoOnlyLookAtIt() {
      azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

      assertThat(workspace(azure, "GET", "", "").text("/properties/provisioningState"))
          .isEqualTo("Provisioning");
      assertThat(workspace(azure, "GET", "", "").text("/properties/provisioningState"))
          .isEqualTo("Succeeded");
    }

    @Test
    void canDoNothingBeforeItIsMade() {
      azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

      Reply runtime = workspace(azure, "PUT", "/integrationRuntimes/ir", "{'properties':{}}");
      assertThat(runtime.status()).isEqualTo(409);
      assertThat(runtime.message()).contains("'gdc-ws' is in the state Provisioning");
      assertThat(azure.workspace("GET", "/pipelines", "").code()).isEqualTo("WorkspaceNotFound");
    }

    @Test
    void tellsWhereItAnswersAndWhoItIs() {
      Reply put = azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

      assertThat(put.text("/location")).isEqualTo("westeurope");
      assertThat(put.text("/type")).isEqualTo("Microsoft.Synapse/workspaces");
      assertThat(put.text("/properties/connectivityEndpoints/dev"))
          .isEqualTo("https://localhost:8443/synapse-dev/gdc-ws");
      assertThat(put.text("/properties/defaultDataLakeStorage/filesystem")).isEqualTo("gdc");
      assertThat(put.text("/properties/managedResourceGroupName")).isNotEmpty();
      assertThat(put.text("/identity/principalId")).isNotEmpty();
      assertThat(put.text("/identity/tenantId")).isEqualTo(EmulatedAzure.TENANT);
      assertThat(put.text("/tags/app")).isEqualTo("gdc");
      assertThat(put.body().toString()).doesNotContain("do-not-show-me");
    }

    @Test
    void needsADataLakeAndAName() {
      Reply lake =
          azure.put(
              EmulatedAzure.WORKSPACE,
              VERSION,
              "{'location':'westeurope','properties':{'defaultDataLakeStorage':{'accountUrl':'x'}}}");
      assertThat(lake.status()).isEqualTo(400);
      assertThat(lake.message()).contains("properties.defaultDataLakeStorage.filesystem");
      assertThat(azure.get(EmulatedAzure.WORKSPACE, VERSION).status()).isEqualTo(404);

      Reply name = azure.put(EmulatedAzure.WORKSPACE + "-ondemand", VERSION, BODY);
      assertThat(name.status()).isEqualTo(400);
      assertThat(name.message()).contains("'gdc-ws-ondemand' is invalid");
    }

    @Test
    void hasANameThatNoOtherHas() {
      azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);
      String group = EmulatedAzure.SUBSCRIPTION + "/resourceGroups/rg2";
      azure.put(group, "2025-04-01", "{'location':'westeurope'}");

      Reply taken =
          azure.put(group + "/providers/Microsoft.Synapse/workspaces/gdc-ws", VERSION, BODY);

      assertThat(taken.status()).isEqualTo(409);
      assertThat(taken.code()).isEqualTo("WorkspaceNameAlreadyExists");
    }
  }

  @Test
  void theProviderMustBeRegistered() {
    EmulatedAzure azure = new EmulatedAzure();

    Reply put = azure.put(EmulatedAzure.WORKSPACE, VERSION, BODY);

    assertThat(put.status()).isEqualTo(409);
    assertThat(put.code()).isEqualTo("MissingSubscriptionRegistration");
  }

  @Nested
  class AWorkspace {

    private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.AT_ONCE);

    @Test
    void putAgainStaysWhatItIs() {
      Reply before = workspace(azure, "GET", "", "");

      Reply again = azure.put(EmulatedAzure.WORKSPACE, VERSION, "{'location':'westeurope'}");

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.body()).isEqualTo(before.body());
      assertThat(again.headers()).doesNotContainKey("Azure-AsyncOperation");
    }

    @Test
    void cannotMove() {
      Reply moved = azure.put(EmulatedAzure.WORKSPACE, VERSION, "{'location':'northeurope'}");

      assertThat(moved.status()).isEqualTo(409);
      assertThat(moved.code()).isEqualTo("InvalidResourceLocation");
    }

    @Test
    void takesTagsAndAnIdentityByPatch() {
      Reply patched =
          workspace(azure, "PATCH", "", "{'tags':{'a':'b'},'identity':{'type':'SystemAssigned'}}");

      assertThat(patched.status()).isEqualTo(200);
      assertThat(patched.text("/tags/a")).isEqualTo("b");
      assertThat(patched.text("/identity/principalId")).isNotEmpty();
      assertThat(workspace(azure, "GET", "", "").body()).isEqualTo(patched.body());
    }

    @Test
    void isListedInItsGroupAndSubscription() {
      String type = "/providers/Microsoft.Synapse/workspaces";

      assertThat(azure.get(EmulatedAzure.GROUP + type, VERSION).text("/value/0/name"))
          .isEqualTo("gdc-ws");
      assertThat(azure.get(EmulatedAzure.SUBSCRIPTION + type, VERSION).body().path("value"))
          .hasSize(1);
    }

    @Test
    void goesWithAllThatIsInIt() {
      String linked = "{'properties':{'type':'Office365','typeProperties':{}}}";
      azure.workspace("PUT", "/linkedservices/m365", linked);

      Reply gone = workspace(azure, "DELETE", "", "");

      assertThat(gone.status()).isEqualTo(202);
      assertThat(azure.follow(gone.headers().get("Location")).status()).isEqualTo(202);
      assertThat(azure.follow(gone.headers().get("Location")).status()).isEqualTo(200);
      assertThat(workspace(azure, "GET", "", "").code()).isEqualTo("ResourceNotFound");
      assertThat(workspace(azure, "DELETE", "", "").status()).isEqualTo(204);
      assertThat(azure.workspace("GET", "/linkedservices/m365", "").code())
          .isEqualTo("WorkspaceNotFound");
    }

    @Test
    void keepsFirewallRules() {
      String rule = "{'properties':{'startIpAddress':'10.0.0.1','endIpAddress':'10.0.0.9'}}";
      assertThat(workspace(azure, "PUT", "/firewallRules/office", rule).status()).isEqualTo(200);

      Reply read = workspace(azure, "GET", "/firewallrules/office", "");
      assertThat(read.text("/properties/endIpAddress")).isEqualTo("10.0.0.9");
      assertThat(read.text("/type")).isEqualTo("Microsoft.Synapse/workspaces/firewallRules");
      assertThat(workspace(azure, "GET", "/firewallRules", "").body().path("value")).hasSize(1);
      Reply bad = workspace(azure, "PUT", "/firewallRules/bad", "{'properties':{}}");
      assertThat(bad.status()).isEqualTo(400);
      assertThat(bad.message()).contains("startIpAddress '' is no IPv4 address");
      assertThat(workspace(azure, "DELETE", "/firewallRules/office", "").status()).isEqualTo(200);
      assertThat(workspace(azure, "GET", "/firewallRules/office", "").status()).isEqualTo(404);
    }

    @Test
    void hasIntegrationRuntimesOfItsOwn() {
      Reply put =
          workspace(
              azure,
              "PUT",
              "/integrationRuntimes/ir",
              "{'properties':{'type':'Managed','typeProperties':{'computeProperties':"
                  + "{'location':'West Europe'}}}}");

      assertThat(put.status()).isEqualTo(200);
      assertThat(put.text("/id")).isEqualTo(EmulatedAzure.WORKSPACE + "/integrationRuntimes/ir");
      assertThat(put.text("/type")).isEqualTo("Microsoft.Synapse/workspaces/integrationRuntimes");
      assertThat(
              workspace(azure, "POST", "/integrationRuntimes/ir/getStatus", "")
                  .text("/properties/state"))
          .isEqualTo("Online");
      Reply start = workspace(azure, "POST", "/integrationRuntimes/ir/start", "");
      assertThat(start.status()).isEqualTo(202);
      assertThat(azure.follow(start.headers().get("Location")).status()).isEqualTo(202);
      assertThat(azure.follow(start.headers().get("Location")).text("/properties/state"))
          .isEqualTo("Started");
      assertThat(azure.workspace("GET", "/integrationRuntimes/ir", "").text("/name"))
          .isEqualTo("ir");
      assertThat(azure.workspace("PUT", "/integrationRuntimes/ir", "{}").status())
          .as("they are written through ARM")
          .isEqualTo(404);
      assertThat(
              azure
                  .get(EmulatedAzure.WORKSPACE + "/integrationRuntimes/ir", "2021-06-01-preview")
                  .status())
          .as("the version that the Java client asks for")
          .isEqualTo(200);
      assertThat(azure.factory("GET", "/integrationRuntimes/ir", "").status()).isEqualTo(404);
      assertThat(workspace(azure, "DELETE", "/integrationRuntimes/ir", "").status()).isEqualTo(200);
    }
  }
}
