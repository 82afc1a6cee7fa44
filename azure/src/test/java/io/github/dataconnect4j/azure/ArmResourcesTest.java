package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArmResourcesTest {

  private static final String SUBSCRIPTION = "/subscriptions/" + StubCloud.SUBSCRIPTION;
  private static final String ACCOUNT =
      SUBSCRIPTION + "/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/store";
  private static final String ACCOUNT_BODY =
      "{\"id\":\""
          + ACCOUNT
          + "\",\"name\":\"store\",\"location\":\"westeurope\",\"properties\":"
          + "{\"provisioningState\":\"Succeeded\",\"primaryEndpoints\":"
          + "{\"blob\":\"https://store.blob.core.windows.net/\","
          + "\"dfs\":\"https://store.dfs.core.windows.net/\"}}}";
  private static final String PRINCIPAL = "aaaaaaaa-0000-0000-0000-000000000004";

  private final StorageAccount store =
      new StorageAccount(
          ACCOUNT,
          "rg",
          "store",
          Region.WEST_EUROPE,
          StorageKind.BLOB,
          URI.create("https://store.blob.core.windows.net/"),
          URI.create("https://store.dfs.core.windows.net/"));
  private StubCloud stub;
  private AzureAccount account;

  @BeforeEach
  void open() throws IOException {
    stub = new StubCloud();
    account = stub.account();
  }

  @AfterEach
  void close() {
    account.close();
    stub.close();
  }

  @Nested
  class StorageAccounts {

    private static final String OPERATION = "/operationResults/op-1";

    @Test
    void areFollowedOnTheCloudsClockUntilTheyStand() {
      Map<String, String> pending = Map.of("Location", "{url}" + OPERATION, "Retry-After", "17");
      stub.on("PUT " + ACCOUNT, 202, pending, "")
          .on("GET " + OPERATION, 202, pending, "")
          .on("GET " + OPERATION, 200, ACCOUNT_BODY)
          .on("GET " + ACCOUNT, 200, ACCOUNT_BODY);
      StorageAccount made =
          account
              .storage()
              .createAccount("rg", "store", Region.WEST_EUROPE, StorageKind.BLOB, Map.of("a", "b"));
      assertThat(made).isEqualTo(store);
      assertThat(stub.time().sleeps()).containsOnly(Duration.ofSeconds(17));
      assertThat(stub.seen().get(0).body())
          .contains("\"supportsHttpsTrafficOnly\":true")
          .contains("\"minimumTlsVersion\":\"TLS1_2\"")
          .contains("\"allowBlobPublicAccess\":false")
          .contains("\"allowSharedKeyAccess\":false")
          .contains("\"tags\":{\"a\":\"b\"}")
          .doesNotContain("isHnsEnabled");
    }

    @Test
    void forADataLakeGetAHierarchicalNamespace() {
      String lake =
          ACCOUNT_BODY.replace("\"properties\":{", "\"properties\":{\"isHnsEnabled\":true,");
      stub.on("PUT " + ACCOUNT, 200, lake).on("GET " + ACCOUNT, 200, lake);

      StorageAccount made =
          account
              .storage()
              .createAccount("rg", "store", Region.WEST_EUROPE, StorageKind.DATA_LAKE, Map.of());

      assertThat(stub.seen().get(0).body()).contains("\"isHnsEnabled\":true");
      assertThat(made.kind()).isEqualTo(StorageKind.DATA_LAKE);
      assertThat(made.endpoint(StorageKind.DATA_LAKE)).isEqualTo(store.dataLakeEndpoint());
      assertThat(account.storage().findAccount("rg", "store")).contains(made);
    }

    @Test
    void thatTellNoEndpointsHaveThoseOfTheCloud() {
      stub.on("GET " + ACCOUNT, 200, "{\"location\":\"westeurope\",\"properties\":{}}");

      StorageAccount found = account.storage().findAccount("rg", "store").orElseThrow();

      assertThat(found.blobEndpoint()).isEqualTo(account.cloud().blob("store"));
      assertThat(found.dataLakeEndpoint()).isEqualTo(account.cloud().dataLake("store"));
    }

    @Test
    void thatFailInTheEndAreReportedInAzuresWords() {
      Map<String, String> pending = Map.of("Azure-AsyncOperation", "{url}" + OPERATION);
      stub.on("PUT " + ACCOUNT, 202, pending, "{}")
          .on("GET " + OPERATION, 200, "{\"status\":\"InProgress\"}")
          .on(
              "GET " + OPERATION,
              200,
              "{\"status\":\"Failed\",\"error\":{\"code\":\"OutOfCapacity\",\"message\":\"No"
                  + " room.\"}}");
      assertThatThrownBy(this::create)
          .isInstanceOf(RejectedException.class)
          .hasMessageStartingWith(
              "Could not create the storage account store in westeurope: No room.")
          .hasMessageContaining("[OutOfCapacity]");
    }

    @Test
    void areWaitedForTenMinutesAndNoLonger() {
      stub.on("PUT " + ACCOUNT, 202, Map.of("Location", "{url}" + OPERATION), "")
          .on("GET " + OPERATION, 202, Map.of("Location", "{url}" + OPERATION), "");
      assertThatThrownBy(this::create)
          .isInstanceOf(WaitEndedException.class)
          .hasMessageContaining("repeat the call to look again");
      assertThat(stub.time().elapsed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void ofANameThatIsTakenAreRefused() {
      stub.on(
          "PUT " + ACCOUNT,
          409,
          "{\"error\":{\"code\":\"StorageAccountAlreadyTaken\",\"message\":\"Taken.\"}}");
      assertThatThrownBy(this::create)
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("Choose another name");
    }

    @Test
    void thatAreNotThereAreNotFound() {
      assertThat(account.storage().findAccount("rg", "store")).isEmpty();
      stub.on("GET " + ACCOUNT, 200, ACCOUNT_BODY);
      assertThat(account.storage().findAccount("rg", "store")).contains(store);
    }

    @Test
    void haveContainersThatNoRoleOnTheDataIsNeededFor() {
      String container = ACCOUNT + "/blobServices/default/containers/m365";
      stub.on("PUT " + container, 201, "{\"name\":\"m365\"}");
      assertThat(account.storage().containerExists(store, "m365")).isFalse();
      account.storage().createContainer(store, "m365");
      assertThat(stub.lines()).containsExactly("GET " + container, "PUT " + container);
    }

    private StorageAccount create() {
      return account
          .storage()
          .createAccount("rg", "store", Region.WEST_EUROPE, StorageKind.BLOB, Map.of());
    }
  }

  @Nested
  class Roles {

    private static final String ASSIGNMENTS =
        ACCOUNT + "/providers/Microsoft.Authorization/roleAssignments";

    @Test
    void areGrantedOnceThePrincipalIsKnown() {
      String put = "PUT " + ASSIGNMENTS + "/" + name();
      stub.on(put, 400, "{\"error\":{\"code\":\"PrincipalNotFound\",\"message\":\"Not yet.\"}}")
          .on(put, 400, "{\"error\":{\"code\":\"PrincipalNotFound\",\"message\":\"Not yet.\"}}")
          .on(put, 201, "{\"name\":\"x\"}");
      grant();
      assertThat(stub.lines()).containsExactly(put, put, put);
      assertThat(stub.seen().get(0).body())
          .contains("\"principalType\":\"ServicePrincipal\"")
          .contains("roleDefinitions/" + DataRole.BLOB_DATA_CONTRIBUTOR.id());
      assertThat(stub.time().sleeps()).hasSize(2);
    }

    @Test
    void areWaitedForThreeMinutes() {
      stub.on(
          "PUT " + ASSIGNMENTS + "/" + name(),
          400,
          "{\"error\":{\"code\":\"PrincipalNotFound\",\"message\":\"Not yet.\"}}");
      assertThatThrownBy(this::grant)
          .isInstanceOf(WaitEndedException.class)
          .hasMessageContaining("did not know the principal yet");
      assertThat(stub.time().elapsed()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    }

    @Test
    void thatSomebodyGrantedBeforeAreGranted() {
      stub.on(
          "PUT " + ASSIGNMENTS + "/" + name(),
          409,
          "{\"error\":{\"code\":\"RoleAssignmentExists\",\"message\":\"Exists.\"}}");
      grant();
      assertThat(stub.seen()).hasSize(1);
    }

    @Test
    void countOnTheAccountAndAboveAndNotBeneath() {
      stub.on("GET " + ASSIGNMENTS, 200, assignment(ACCOUNT + "/blobServices/default/containers/c"))
          .on("GET " + ASSIGNMENTS, 200, assignment(ACCOUNT + "2"))
          .on("GET " + ASSIGNMENTS, 200, assignment(ACCOUNT))
          .on("GET " + ASSIGNMENTS, 200, assignment(SUBSCRIPTION));
      assertThat(isGranted()).isFalse();
      assertThat(isGranted()).isFalse();
      assertThat(isGranted()).isTrue();
      assertThat(isGranted()).isTrue();
      assertThat(stub.seen().get(0).headers().get("target")).contains(PRINCIPAL);
    }

    private boolean isGranted() {
      return account.storage().isGranted(store, DataRole.BLOB_DATA_CONTRIBUTOR, PRINCIPAL);
    }

    private void grant() {
      account
          .storage()
          .grant(store, DataRole.BLOB_DATA_CONTRIBUTOR, PRINCIPAL, Caller.Kind.SERVICE_PRINCIPAL);
    }

    private String name() {
      return RoleGrants.name(store, DataRole.BLOB_DATA_CONTRIBUTOR, PRINCIPAL);
    }

    private String assignment(String scope) {
      return "{\"value\":[{\"properties\":{\"scope\":\""
          + scope
          + "\",\"principalId\":\""
          + PRINCIPAL
          + "\",\"roleDefinitionId\":\""
          + SUBSCRIPTION
          + "/providers/Microsoft.Authorization/roleDefinitions/"
          + DataRole.BLOB_DATA_CONTRIBUTOR.id()
          + "\"}}]}";
    }
  }

  @Nested
  class Subscriptions {

    private static final String BILLING =
        SUBSCRIPTION + "/resourceGroups/rg/providers/Microsoft.GraphServices/accounts";

    @Test
    void registerAProviderAndWaitForIt() {
      String provider = SUBSCRIPTION + "/providers/Microsoft.DataFactory";
      stub.on("POST " + provider + "/register", 200, "{\"registrationState\":\"Registering\"}")
          .on("GET " + provider, 200, "{\"registrationState\":\"Registering\"}")
          .on("GET " + provider, 200, "{\"registrationState\":\"Registered\"}");
      account.subscription().registerProviders(Set.of("Microsoft.DataFactory"));
      assertThat(stub.seen()).hasSize(3);
      assertThat(stub.time().sleeps())
          .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(58));
    }

    @Test
    void leaveAResourceGroupThatExistsAsItIs() {
      String group = SUBSCRIPTION + "/resourcegroups/rg";
      stub.on("HEAD " + group, 204, "");
      account.subscription().createResourceGroup("rg", Region.WEST_EUROPE, Map.of("a", "b"));
      assertThat(stub.lines()).containsExactly("HEAD " + group);
    }

    @Test
    void makeAResourceGroupWithItsTags() {
      String group = SUBSCRIPTION + "/resourcegroups/rg";
      stub.on("HEAD " + group, 404, "").on("PUT " + group, 201, "{\"location\":\"westeurope\"}");
      account.subscription().createResourceGroup("rg", Region.WEST_EUROPE, Map.of("a", "b"));
      assertThat(stub.seen().get(1).body())
          .isEqualTo("{\"location\":\"westeurope\",\"tags\":{\"a\":\"b\"}}");
    }

    @Test
    void findTheBillingAccountOfAnApplicationOnAnyPage() {
      stub.on(
              "GET " + BILLING,
              200,
              "{\"value\":[{\"name\":\"other\",\"properties\":{\"appId\":\"x\"}}],"
                  + "\"nextLink\":\"{url}/next\"}")
          .on(
              "GET /next",
              200,
              "{\"value\":[{\"name\":\"b\",\"properties\":{\"appId\":\"A-1\"}}]}");
      assertThat(account.subscription().findBillingAccount("rg", "a-1")).contains("b");
    }

    @Test
    void followNoPageToAStranger() {
      stub.on("GET " + BILLING, 200, "{\"value\":[],\"nextLink\":\"https://evil.example/next\"}");
      assertThatThrownBy(() -> account.subscription().findBillingAccount("rg", "a-1"))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("https://evil.example")
          .hasMessageContaining("nothing was sent");
    }

    @Test
    void makeABillingAccount() {
      stub.on(
          "PUT " + BILLING + "/b", 201, "{\"properties\":{\"provisioningState\":\"Succeeded\"}}");
      account.subscription().createBillingAccount("rg", "b", "a-1", Map.of());
      assertThat(stub.seen().get(0).body())
          .contains("\"location\":\"global\"")
          .contains("\"properties\":{\"appId\":\"a-1\"}");
    }

    @Test
    void takeABillingAccountElsewhereForTheirs() {
      String put = "PUT " + BILLING + "/b";
      stub.on(
          put,
          409,
          "{\"error\":{\"code\":\"Conflict\",\"message\":\"The application is already premium"
              + " usage.\"}}");
      account.subscription().createBillingAccount("rg", "b", "a-1", Map.of());
      assertThat(stub.lines()).containsExactly(put);
    }
  }

  @Nested
  class Files {

    @Test
    void areListedOverAllPagesWithoutFolders() {
      stub.on("GET /store/m365", 200, page(blob("mail/a.json", ""), "more"))
          .on(
              "GET /store/m365",
              200,
              page(
                  blob("mail/sub", "<Metadata><hdi_isfolder>true</hdi_isfolder></Metadata>")
                      + blob("mail/sub/b c.json", ""),
                  ""));
      Storage storage = account.storage();
      assertThat(storage.list(URI.create(stub.url() + "/store"), "m365", "mail"))
          .containsExactly(
              new StoredFile("mail/a.json", 11, "0x1", Instant.parse("2026-01-01T00:00:00Z")),
              new StoredFile(
                  "mail/sub/b c.json", 11, "0x1", Instant.parse("2026-01-01T00:00:00Z")));
      assertThat(stub.seen().get(0).headers().get("target")).contains("prefix=mail/");
      assertThat(stub.seen().get(1).headers().get("target")).contains("marker=more");
      assertThat(stub.seen().get(0).authorization()).isEqualTo("Bearer token-1");
    }

    private String page(String blobs, String marker) {
      return "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults"
          + " ContainerName=\"m365\"><Blobs>"
          + blobs
          + "</Blobs><NextMarker>"
          + marker
          + "</NextMarker></EnumerationResults>";
    }

    private String blob(String name, String more) {
      return "<Blob><Name>"
          + name
          + "</Name><Properties><Last-Modified>Thu, 01 Jan 2026 00:00:00 GMT</Last-Modified>"
          + "<Etag>0x1</Etag><Content-Length>11</Content-Length><BlobType>BlockBlob</BlobType>"
          + "</Properties>"
          + more
          + "</Blob>";
    }
  }
}
