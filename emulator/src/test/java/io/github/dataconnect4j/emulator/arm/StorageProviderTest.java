package io.github.dataconnect4j.emulator.arm;

import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.ACCOUNT;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.GROUP;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageProviderTest {

  private static final String VERSION = "2025-06-01";
  private static final String BODY =
      "{'location':'westeurope','kind':'StorageV2','sku':{'name':'Standard_LRS'},"
          + "'properties':{'isHnsEnabled':false,'minimumTlsVersion':null}}";

  private final EmulatedAzure azure = new EmulatedAzure();

  @BeforeEach
  void group() {
    azure.registerProviders();
    azure.put(GROUP, "2025-04-01", "{'location':'westeurope'}");
  }

  @Test
  void isMadeByALongRunningOperation() {
    Reply accepted = azure.put(ACCOUNT, VERSION, BODY);

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.headers()).containsEntry("Retry-After", "1");
    String location = accepted.headers().get("Location");
    assertThat(location)
        .startsWith("https://localhost:8443" + SUBSCRIPTION)
        .contains("/locations/westeurope/operationResults/");
    String poll = location.substring("https://localhost:8443".length());
    Reply first = azure.send("GET", poll, "");
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.headers())
        .containsEntry("Retry-After", "1")
        .containsEntry("Location", location);
    Reply second = azure.send("GET", poll, "");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("/properties/provisioningState")).isEqualTo("Succeeded");
    assertThat(second.text("/sku/tier")).isEqualTo("Standard");
  }

  @Test
  void showsTheEmulatorsOwnEndpointsAndNoNulls() {
    azure.put(ACCOUNT, VERSION, BODY);

    Reply account = azure.get(ACCOUNT, VERSION);

    assertThat(account.text("/properties/primaryEndpoints/blob"))
        .isEqualTo("https://localhost:8443/gdcacct/");
    assertThat(account.text("/properties/primaryEndpoints/dfs"))
        .isEqualTo("https://dfs.localhost:8443/gdcacct/");
    assertThat(account.body().at("/properties/minimumTlsVersion").isMissingNode()).isTrue();
    assertThat(azure.accounts.account("gdcacct"))
        .hasValueSatisfying(one -> assertThat(one.region()).isEqualTo(Region.WEST_EUROPE));
  }

  @Test
  void answersAtOnceTheSecondTime() {
    azure.put(ACCOUNT, VERSION, BODY);

    assertThat(azure.put(ACCOUNT, VERSION, BODY).status()).isEqualTo(200);
    assertThat(azure.put(ACCOUNT, VERSION, BODY.replace("westeurope", "eastus")).code())
        .isEqualTo("InvalidResourceLocation");
  }

  @Test
  void keepsItsNamespaceForGood() {
    String lake = BODY.replace("'isHnsEnabled':false", "'isHnsEnabled':true");
    azure.put(ACCOUNT, VERSION, lake);

    assertThat(azure.put(ACCOUNT, VERSION, BODY).status()).isEqualTo(400);
    assertThat(azure.put(ACCOUNT, VERSION, BODY).code())
        .isEqualTo("AccountPropertyCannotBeUpdated");
    String silent = BODY.replace("'isHnsEnabled':false,", "");
    assertThat(azure.put(ACCOUNT, VERSION, silent).status()).isEqualTo(200);
    assertThat(azure.put(ACCOUNT, VERSION, lake).status()).isEqualTo(200);
    assertThat(azure.get(ACCOUNT, VERSION).body().at("/properties/isHnsEnabled").asBoolean())
        .isTrue();
  }

  @Test
  void hasANameThatIsUniqueInTheWorld() {
    azure.put(ACCOUNT, VERSION, BODY);
    azure.put(SUBSCRIPTION + "/resourceGroups/rg2", "2025-04-01", "{'location':'westeurope'}");

    assertThat(azure.put(ACCOUNT.replace("rg1", "rg2"), VERSION, BODY).code())
        .isEqualTo("StorageAccountAlreadyTaken");
    assertThat(azure.put(ACCOUNT + "_X", VERSION, BODY).code()).isEqualTo("AccountNameInvalid");
    assertThat(checkName("gdcacct").text("/reason")).isEqualTo("AlreadyExists");
    assertThat(checkName("other").body().path("nameAvailable").asBoolean()).isTrue();
  }

  private Reply checkName(String name) {
    return azure.send(
        "POST",
        SUBSCRIPTION + "/providers/Microsoft.Storage/checkNameAvailability?api-version=" + VERSION,
        "{'name':'" + name + "','type':'Microsoft.Storage/storageAccounts'}");
  }

  @Test
  void givesOutTheKeysThatTheStoreKnows() {
    azure.put(ACCOUNT, VERSION, BODY);

    Reply keys = azure.send("POST", ACCOUNT + "/listKeys?api-version=" + VERSION, "");

    assertThat(keys.text("/keys/0/keyName")).isEqualTo("key1");
    assertThat(keys.text("/keys/1/keyName")).isEqualTo("key2");
    assertThat(azure.accounts.keys("gdcacct"))
        .containsExactly(keys.text("/keys/0/value"), keys.text("/keys/1/value"));
  }

  @Test
  void hasContainersThatTheBlobServiceHasToo() {
    azure.put(ACCOUNT, VERSION, BODY);
    String container = ACCOUNT + "/blobServices/default/containers/m365";

    assertThat(azure.get(container, VERSION).code()).isEqualTo("ContainerNotFound");
    assertThat(azure.put(container, VERSION, "{}").status()).isEqualTo(201);
    assertThat(azure.put(container, VERSION, "{}").status()).isEqualTo(200);
    assertThat(azure.tenant.containerExists("gdcacct", "m365")).isTrue();
    Reply list = azure.get(ACCOUNT + "/blobServices/default/containers", VERSION);
    assertThat(list.text("/value/0/name")).isEqualTo("m365");
    assertThat(azure.send("DELETE", container + "?api-version=" + VERSION, "").status())
        .isEqualTo(200);
    assertThat(azure.tenant.containerExists("gdcacct", "m365")).isFalse();
  }
}
