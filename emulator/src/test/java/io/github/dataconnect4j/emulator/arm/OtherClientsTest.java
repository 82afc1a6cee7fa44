package io.github.dataconnect4j.emulator.arm;

import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.ACCOUNT;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.FACTORY;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.GROUP;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.SUBSCRIPTION;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Microsoft's JavaScript clients and the Azure CLI send, and the Java clients do not. */
class OtherClientsTest {

  private final EmulatedAzure azure = EmulatedAzure.withLanding();

  private Reply get(String target) {
    return azure.send("GET", target, "");
  }

  @Nested
  class Versions {

    @ParameterizedTest
    @CsvSource({
      "'', 2019-11-01",
      "'', 2022-12-01",
      "/resourceGroups/rg1, 2021-04-01",
      "/resourceGroups/rg1, 2025-04-01",
      "/resourceGroups/rg1, 2020-10-01",
      "/resourceGroups/rg1/providers/Microsoft.Resources/deployments, 2025-03-01",
      "/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts, 2025-08-01",
      "/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts, 2022-09-01",
      "/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts, 2021-01-01",
      "/providers/Microsoft.Authorization/roleAssignments, 2022-04-01",
      "/providers/Microsoft.Authorization/roleAssignments, 2018-07-01",
      "/resourceGroups/rg1/providers/Microsoft.DataFactory/factories, 2018-06-01",
      "/resourceGroups/rg1/providers/Microsoft.Synapse/workspaces, 2021-06-01",
      "/resourceGroups/rg1/providers/Microsoft.Synapse/workspaces, 2020-12-01",
      "/providers/Microsoft.GraphServices/accounts, 2023-04-13",
    })
    void thatWereReleasedAreServed(String path, String version) {
      assertThat(azure.get(SUBSCRIPTION + path, version).status()).isEqualTo(200);
    }

    @Test
    void thatWereNeverReleasedAreRefusedWithThoseThatWere() {
      Reply reply = azure.get(ACCOUNT, "2025-06-02");

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("InvalidApiVersionParameter");
      assertThat(reply.message()).contains("'2025-06-02'").contains("2025-06-01,2025-08-01");
    }
  }

  @Nested
  class Paths {

    @Test
    void mayHaveDoubledSlashes() {
      assertThat(get("/" + ACCOUNT + "?api-version=2025-08-01").text("/name")).isEqualTo("gdcacct");
      assertThat(
              get(GROUP + "/providers/Microsoft.GraphServices//accounts?api-version=2023-04-13")
                  .status())
          .isEqualTo(200);
      assertThat(
              get("/"
                      + GROUP
                      + "/providers/Microsoft.Authorization/roleDefinitions"
                      + "?api-version=2022-04-01&$filter=roleName%20eq%20'Reader'")
                  .body()
                  .path("value"))
          .hasSize(1);
    }
  }

  @Nested
  class Lists {

    @Test
    void ofGroupsComePageByPage() {
      for (String name : new String[] {"rg2", "rg 3"}) {
        azure.put(
            SUBSCRIPTION + "/resourceGroups/" + name.replace(" ", "%20"),
            "2021-04-01",
            "{'location':'westeurope','tags':{'of':'" + name + "'}}");
      }

      Reply first = get(SUBSCRIPTION + "/resourcegroups?api-version=2021-04-01&$top=2");
      Reply second = azure.follow(first.text("/nextLink"));

      assertThat(first.body().path("value")).hasSize(2);
      assertThat(first.text("/nextLink"))
          .startsWith("https://localhost:8443" + SUBSCRIPTION)
          .contains("api-version=2021-04-01")
          .contains("$top=2");
      assertThat(second.body().path("value")).hasSize(1);
      assertThat(second.body().has("nextLink")).isFalse();
      assertThat(
              get(SUBSCRIPTION
                      + "/resourceGroups?api-version=2021-04-01&$filter="
                      + "tagName%20eq%20'of'%20and%20tagValue%20eq%20'rg2'")
                  .body()
                  .path("value")
                  .findValuesAsText("name"))
          .containsExactly("rg2");
    }

    @Test
    void withAPageThatIsNoneAreRefused() {
      for (String option : new String[] {"$top=x", "$skiptoken=x"}) {
        assertThat(get(SUBSCRIPTION + "/resourceGroups?api-version=2021-04-01&" + option).status())
            .isEqualTo(400);
      }
    }

    @Test
    void ofResourcesAreFilteredAndExpanded() {
      Reply found =
          get(
              SUBSCRIPTION
                  + "/resources?api-version=2021-04-01&$filter=resourceGroup%20eq%20'RG1'%20and%20"
                  + "resourceType%20eq%20'Microsoft.Storage/storageAccounts'"
                  + "&$expand=createdTime,changedTime,provisioningState");

      assertThat(found.body().path("value")).hasSize(1);
      assertThat(found.text("/value/0/provisioningState")).isEqualTo("Succeeded");
      assertThat(found.text("/value/0/createdTime")).isEqualTo("2026-01-10T00:01:00Z");
      assertThat(found.text("/value/0/changedTime")).isEqualTo("2026-01-10T00:01:00Z");
      Reply plain = get(SUBSCRIPTION + "/resources?api-version=2021-04-01&$top=1");
      assertThat(plain.body().path("value")).hasSize(1);
      assertThat(plain.body().at("/value/0").has("createdTime")).isFalse();
      assertThat(azure.follow(plain.text("/nextLink")).body().path("value")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
      "/providers/Microsoft.Storage/storageAccounts, 2025-08-01",
      "/providers/Microsoft.DataFactory/factories, 2018-06-01",
    })
    void ofOtherThingsComePageByPageToo(String path, String version) {
      String other = path.endsWith("factories") ? FACTORY + "2" : ACCOUNT + "2";
      azure.put(
          other,
          version,
          "{'location':'westeurope','kind':'StorageV2','sku':{'name':'Standard_LRS'}}");

      Reply first = get(GROUP + path + "?api-version=" + version + "&$top=1");

      assertThat(first.body().path("value")).hasSize(1);
      assertThat(azure.follow(first.text("/nextLink")).body().path("value")).hasSize(1);
    }

    @Test
    void ofContainersAndAssignmentsComePageByPageToo() {
      azure.tenant.createContainer("gdcacct", "second");

      Reply containers =
          get(ACCOUNT + "/blobServices/default/containers?api-version=2025-08-01&$maxpagesize=1");
      assertThat(azure.follow(containers.text("/nextLink")).text("/value/0/name"))
          .isEqualTo("second");
      Reply definitions =
          get(
              SUBSCRIPTION
                  + "/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01&$top=4");
      assertThat(definitions.body().path("value")).hasSize(4);
      assertThat(azure.follow(definitions.text("/nextLink")).body().path("value")).hasSize(3);
    }
  }

  @Nested
  class Calls {

    @Test
    void askWhetherAResourceIsThere() {
      assertThat(azure.send("HEAD", FACTORY + "?api-version=2018-06-01", "").status())
          .isEqualTo(204);
      assertThat(azure.send("HEAD", FACTORY + "x?api-version=2018-06-01", "").status())
          .isEqualTo(404);
      assertThat(azure.send("HEAD", GROUP + "?api-version=2021-04-01", "").status()).isEqualTo(204);
      assertThat(azure.send("HEAD", GROUP + "x?api-version=2021-04-01", "").status())
          .isEqualTo(404);
    }

    @Test
    void listKeysWithOrWithoutThoseOfKerberos() {
      Reply keys =
          azure.send("POST", ACCOUNT + "/listKeys?api-version=2022-09-01&$expand=kerb", "");

      assertThat(keys.status()).isEqualTo(200);
      assertThat(keys.body().path("keys").findValuesAsText("keyName"))
          .containsExactly("key1", "key2");
    }

    @Test
    void deleteAGroupWithAllInIt() {
      Reply deleted = azure.send("DELETE", GROUP + "?api-version=2021-04-01", "");

      assertThat(deleted.status()).isEqualTo(202);
      assertThat(deleted.headers()).containsEntry("Retry-After", "1");
      Reply poll = azure.follow(deleted.headers().get("Location"));
      assertThat(poll.status()).isEqualTo(202);
      assertThat(poll.headers()).containsEntry("Retry-After", "1");
      assertThat(azure.follow(deleted.headers().get("Location")).status()).isEqualTo(200);
      assertThat(azure.get(ACCOUNT, "2025-08-01").code()).isEqualTo("ResourceGroupNotFound");
    }

    @Test
    void findTheWorkspaceAtTheLocationOnceTheOperationIsDone() {
      Reply put =
          azure.put(
              WORKSPACE,
              "2021-06-01",
              "{'location':'westeurope','properties':{'defaultDataLakeStorage':{'accountUrl':"
                  + "'https://gdcacct.dfs.core.windows.net','filesystem':'gdc'}}}");
      String operation = put.headers().get("Azure-AsyncOperation");
      assertThat(azure.follow(operation).headers()).containsEntry("Retry-After", "1");
      assertThat(azure.follow(operation).text("/status")).isEqualTo("Succeeded");

      Reply result = azure.follow(put.headers().get("Location"));

      assertThat(result.status()).isEqualTo(200);
      assertThat(result.text("/name")).isEqualTo("gdc-ws");
    }

    @Test
    void hearThatTheGroupIsMissingBeforeTheResource() {
      assertThat(azure.get(ACCOUNT.replace("rg1", "none"), "2025-08-01").code())
          .isEqualTo("ResourceGroupNotFound");
      assertThat(azure.get(ACCOUNT + "x", "2025-08-01").code()).isEqualTo("ResourceNotFound");
      assertThat(get(ACCOUNT).code()).isEqualTo("MissingApiVersionParameter");
    }

    @Test
    void holdToEtags() {
      Reply factory = azure.get(FACTORY, "2018-06-01");

      Reply unchanged = azure.factory("GET", "", "", "If-None-Match", factory.text("/eTag"));
      Reply old = azure.factory("PUT", "", "{'location':'westeurope'}", "If-Match", "\"old\"");

      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(old.status()).isEqualTo(412);
      assertThat(old.code()).isEqualTo("PreconditionFailed");
    }
  }
}
