package io.github.dataconnect4j.datafactory;

import static io.github.dataconnect4j.azure.StubHost.read;
import static io.github.dataconnect4j.datafactory.StubFactory.withoutNulls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.StubHost;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What stands in a factory: look, compare, write only what differs. */
class DataFactoryPipelinesTest {

  private static final String M365 = "linkedservices/mail__app_m365";
  private static final String STORAGE = "linkedservices/mail__app_storage";
  private static final String SOURCE = "datasets/mail__app_Message_v1_0a1b2c3d_source";
  private static final String SINK = "datasets/mail__app_Message_v1_0a1b2c3d_sink";
  private static final String PIPELINE = "pipelines/mail-app_Message_v1_0a1b2c3d";
  private static final String GROUP = "aaaaaaaa-0000-0000-0000-000000000008";

  private final StubFactory far = new StubFactory();
  private final HostPipelines pipelines = far.pipelines();

  private static Connections connections() {
    return new Connections(
        "mail-app",
        "fixed-ir",
        "tenant",
        "client",
        StorageKind.BLOB,
        URI.create("https://acct.blob.example/"));
  }

  private static Connections dataLake() {
    return new Connections(
        "mail-app",
        "fixed-ir",
        "tenant",
        "client",
        StorageKind.DATA_LAKE,
        URI.create("https://acct.dfs.example/"));
  }

  private static HostSpec host(Map<String, String> tags) {
    StorageAccount storage =
        new StorageAccount(
            "/acct",
            "rg",
            "acct",
            Region.WEST_EUROPE,
            StorageKind.BLOB,
            URI.create("https://acct.blob.example/"),
            URI.create("https://acct.dfs.example/"));
    return new HostSpec(Region.WEST_EUROPE, tags, storage, "m365");
  }

  private static PipelineSpec spec(Scope scope, Window window, String folder, String... columns) {
    return new PipelineSpec(
        "mail-app_Message_v1_0a1b2c3d",
        connections(),
        "BasicDataSet_v0.Message_v1",
        List.of(columns),
        window,
        scope,
        "m365",
        folder);
  }

  private static PipelineSpec spec(Scope scope) {
    return spec(
        scope,
        new Window(true, Optional.of("receivedDateTime")),
        "mail/Message_v1",
        "id",
        "sender");
  }

  private JsonNode sentTo(String path) {
    return withoutNulls(
        far.sent.stream()
            .filter(one -> one.method() == HttpMethod.PUT && one.path().equals(path))
            .reduce((first, last) -> last)
            .orElseThrow()
            .body());
  }

  private ObjectNode there(String path, String pointer) {
    return (ObjectNode) far.resource(path).at(pointer);
  }

  @Nested
  class Host {

    @Test
    void isMadeWithAnIdentityAndTags() {
      assertThat(pipelines.hostExists()).isFalse();

      pipelines.createHost(host(Map.of("made-by", "dataconnect4j")));

      assertThat(sentTo(""))
          .isEqualTo(
              read(
                  "{'location':'westeurope','tags':{'made-by':'dataconnect4j'},"
                      + "'identity':{'type':'SystemAssigned'}}"));
      assertThat(pipelines.hostExists()).isTrue();
    }

    @Test
    void isLeftAsItIsWhereItExists() {
      far.has("", "{'location':'eastus','properties':{'repoConfiguration':{}}}");

      pipelines.createHost(host(Map.of()));

      assertThat(far.writes()).isZero();
    }

    @Test
    void hasARuntimeFixedToTheRegion() {
      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isFalse();

      pipelines.createIntegrationRuntime("fixed-ir", Region.WEST_EUROPE);

      assertThat(sentTo("integrationRuntimes/fixed-ir"))
          .isEqualTo(
              read(
                  "{'properties':{'type':'Managed','typeProperties':"
                      + "{'computeProperties':{'location':'westeurope'}}}}"));
      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isTrue();
    }

    @Test
    void knowsARegionByItsDisplayName() {
      far.has("integrationRuntimes/fixed-ir", runtime("West Europe"));

      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isTrue();
      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.EAST_US)).isFalse();
    }

    @Test
    void keepsARuntimeOfAnotherRegion() {
      far.has("integrationRuntimes/fixed-ir", runtime("AutoResolve"));

      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> pipelines.createIntegrationRuntime("fixed-ir", Region.EAST_US))
          .withMessageContaining("integration runtime 'fixed-ir'")
          .withMessageContaining("autoresolve instead of eastus");
      assertThat(far.writes()).isZero();
    }

    private String runtime(String location) {
      return "{'properties':{'type':'Managed','typeProperties':{'computeProperties':{'location':'"
          + location
          + "'}}}}";
    }
  }

  @Nested
  class TheConnections {

    @Test
    void areSentInTheShapeOfTheService() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));

      assertThat(sentTo(M365))
          .isEqualTo(
              read(
                  "{'properties':{'type':'Office365',"
                      + "'connectVia':{'type':'IntegrationRuntimeReference',"
                      + "'referenceName':'fixed-ir'},"
                      + "'annotations':['dataconnect4j.app=mail-app','dataconnect4j.secret=key-1'],"
                      + "'typeProperties':{'office365TenantId':'tenant',"
                      + "'servicePrincipalTenantId':'tenant','servicePrincipalId':'client',"
                      + "'servicePrincipalKey':{'type':'SecureString','value':'s3cret'}}}}"));
      assertThat(sentTo(STORAGE))
          .isEqualTo(
              read(
                  "{'properties':{'type':'AzureBlobStorage',"
                      + "'annotations':['dataconnect4j.app=mail-app','dataconnect4j.secret=key-1'],"
                      + "'typeProperties':{'serviceEndpoint':'https://acct.blob.example/',"
                      + "'accountKind':'StorageV2','tenant':'tenant','servicePrincipalId':'client',"
                      + "'servicePrincipalKey':{'type':'SecureString','value':'s3cret'}}}}"));
    }

    @Test
    void toADataLakeAreSentInItsShapeAndStandAsSent() {
      pipelines.connect(dataLake(), signIn("key-1", "s3cret"));

      assertThat(sentTo("linkedservices/mail__app_datalake"))
          .isEqualTo(
              read(
                  "{'properties':{'type':'AzureBlobFS',"
                      + "'annotations':['dataconnect4j.app=mail-app','dataconnect4j.secret=key-1'],"
                      + "'typeProperties':{'url':'https://acct.dfs.example/',"
                      + "'tenant':'tenant','servicePrincipalId':'client',"
                      + "'servicePrincipalCredentialType':'ServicePrincipalKey',"
                      + "'servicePrincipalCredential':"
                      + "{'type':'SecureString','value':'s3cret'}}}}"));
      assertThat(pipelines.isConnected(dataLake(), AppCredential.clientSecret(), "key-1"::equals))
          .isTrue();
      assertThat(pipelines.isConnected(connections(), AppCredential.clientSecret(), key -> true))
          .isFalse();
    }

    @Test
    void tellTheKeyOfTheirSecretOnceBothStand() {
      assertThat(pipelines.isConnected(connections(), AppCredential.clientSecret(), keyId -> true))
          .isFalse();

      pipelines.connect(connections(), signIn("key-1", "s3cret"));

      assertThat(
              pipelines.isConnected(connections(), AppCredential.clientSecret(), "key-1"::equals))
          .isTrue();
    }

    @Test
    void dropWhatTheServiceMadeOfTheFormerSecret() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      assertThat(there(M365, "/properties/typeProperties").has("encryptedCredential")).isTrue();

      pipelines.connect(connections(), signIn("key-2", "n3w"));

      assertThat(sentTo(M365).at("/properties/typeProperties").has("encryptedCredential"))
          .isFalse();
      assertThat(
              pipelines.isConnected(connections(), AppCredential.clientSecret(), "key-2"::equals))
          .isTrue();
    }

    @Test
    void doNotStandWhileTheyDisagreeOnTheSecret() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      JsonNode former = far.resource(STORAGE);
      pipelines.connect(connections(), signIn("key-2", "n3w"));
      far.has(STORAGE, former.toString());

      assertThat(pipelines.isConnected(connections(), AppCredential.clientSecret(), keyId -> true))
          .isFalse();
    }

    @Test
    void doNotStandWithAnotherEndpointTenantOrRuntime() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      there(STORAGE, "/properties/typeProperties").put("serviceEndpoint", "https://other.example/");
      assertThat(pipelines.isConnected(connections(), AppCredential.clientSecret(), keyId -> true))
          .isFalse();

      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      there(M365, "/properties/connectVia").put("referenceName", "AutoResolve");
      assertThat(pipelines.isConnected(connections(), AppCredential.clientSecret(), keyId -> true))
          .isFalse();
    }

    @Test
    void standWithWhatAPersonAdded() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      there(M365, "/properties").put("description", "theirs").withArray("annotations").add("x");
      there(M365, "/properties").putNull("version");

      assertThat(
              pipelines.isConnected(connections(), AppCredential.clientSecret(), "key-1"::equals))
          .isTrue();
    }

    @Test
    void keepWhatAPersonAdded() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      there(M365, "/properties").put("description", "theirs").put("future", 7);
      there(M365, "/properties").withArray("annotations").add("x");

      pipelines.connect(connections(), signIn("key-2", "n3w"));

      JsonNode sent = sentTo(M365).at("/properties");
      assertThat(sent.get("description").asText()).isEqualTo("theirs");
      assertThat(sent.get("future").asInt()).isEqualTo(7);
      assertThat(sent.get("annotations"))
          .isEqualTo(read("['x','dataconnect4j.app=mail-app','dataconnect4j.secret=key-2']"));
    }

    @Test
    void areWrittenOverTheVersionThatWasSeen() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      pipelines.connect(connections(), signIn("key-2", "n3w"));

      assertThat(far.sent)
          .filteredOn(one -> one.method() == HttpMethod.PUT && one.path().equals(M365))
          .extracting(one -> one.headers().getValue(HttpHeaderName.IF_MATCH))
          .containsExactly(null, "etag-2");
    }

    @Test
    void areTakenAsWrittenWhenARepetitionMeetsItsOwnVersion() {
      pipelines.connect(connections(), signIn("key-1", "s3cret"));
      far.losesAnswers(M365);

      pipelines.connect(connections(), signIn("key-2", "n3w"));

      assertThat(
              pipelines.isConnected(connections(), AppCredential.clientSecret(), "key-2"::equals))
          .isTrue();
    }

    @Test
    void doNotOverwriteAnothers() {
      far.has(M365, "{'properties':{'type':'Office365','typeProperties':{}}}");

      Throwable thrown =
          catchThrowable(() -> pipelines.connect(connections(), signIn("key-1", "s3cret")));

      assertThat(thrown)
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("write linked service 'mail__app_m365' to data factory 'factory'")
          .hasMessageContaining("dataconnect4j.app=mail-app")
          .hasMessageNotContaining("s3cret");
      assertThat(far.writes()).isZero();
    }
  }

  @Nested
  class APipeline {

    @Test
    void isSentInTheShapeOfTheService() {
      assertThat(pipelines.deploy(spec(Scope.groups(GROUP)))).isEqualTo(3);

      assertThat(sentTo(SOURCE))
          .isEqualTo(
              read(
                  "{'properties':{'type':'Office365Table',"
                      + "'linkedServiceName':{'type':'LinkedServiceReference',"
                      + "'referenceName':'mail__app_m365'},"
                      + "'annotations':['dataconnect4j.app=mail-app'],"
                      + "'typeProperties':{'tableName':'BasicDataSet_v0.Message_v1'}}}"));
      assertThat(sentTo(SINK).at("/properties/typeProperties"))
          .isEqualTo(
              StubHost.JSON
                  .createObjectNode()
                  .set(
                      "location",
                      StubHost.JSON
                          .createObjectNode()
                          .put("type", "AzureBlobStorageLocation")
                          .put("container", "m365")
                          .set(
                              "folderPath",
                              expression("@concat('mail/Message_v1/', dataset().runKey)"))));
      assertThat(sentTo(SINK).at("/properties/parameters"))
          .isEqualTo(read("{'runKey':{'type':'String'}}"));
      assertThat(sentTo(PIPELINE))
          .isEqualTo(
              read(
                  "{'properties':{'activities':[{'name':'Message_v1','type':'Copy',"
                      + "'policy':{'timeout':'7.00:00:00','retry':0},"
                      + "'inputs':[{'type':'DatasetReference',"
                      + "'referenceName':'mail__app_Message_v1_0a1b2c3d_source'}],"
                      + "'outputs':[{'type':'DatasetReference',"
                      + "'referenceName':'mail__app_Message_v1_0a1b2c3d_sink','parameters':"
                      + "{'runKey':{'value':'@pipeline().parameters.runKey','type':'Expression'}}}],"
                      + "'typeProperties':{'source':{'type':'Office365Source',"
                      + "'allowedGroups':['"
                      + GROUP
                      + "'],'dateFilterColumn':'receivedDateTime',"
                      + "'startTime':{'value':'@pipeline().parameters.start','type':'Expression'},"
                      + "'endTime':{'value':'@pipeline().parameters.end','type':'Expression'},"
                      + "'outputColumns':[{'name':'id'},{'name':'sender'}]},"
                      + "'sink':{'type':'BinarySink','storeSettings':"
                      + "{'type':'AzureBlobStorageWriteSettings'}}}}],"
                      + "'parameters':{'runKey':{'type':'String'},'start':{'type':'String'},"
                      + "'end':{'type':'String'}},"
                      + "'annotations':['dataconnect4j.app=mail-app']}}"));
    }

    @Test
    void isNotWrittenASecondTime() {
      pipelines.deploy(spec(Scope.groups(GROUP)));

      assertThat(pipelines.deploy(spec(Scope.groups(GROUP)))).isZero();
      assertThat(far.writes()).isEqualTo(3);
    }

    @Test
    void forEveryoneSaysNoScope() {
      pipelines.deploy(spec(Scope.everyone()));

      assertThat(source().has("allowedGroups")).isFalse();
      assertThat(source().has("userScopeFilterUri")).isFalse();
    }

    @Test
    void forAFilterRepeatsItToTheLetter() {
      String filter = "https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance'";
      pipelines.deploy(spec(Scope.filter(filter)));

      assertThat(source().get("userScopeFilterUri").asText()).isEqualTo(filter);
      assertThat(source().has("allowedGroups")).isFalse();
    }

    @Test
    void withoutAWindowSaysNoTimes() {
      pipelines.deploy(spec(Scope.everyone(), Window.NONE, "users", "id"));

      assertThat(source().fieldNames()).toIterable().containsExactly("type", "outputColumns");
    }

    @Test
    void withAWindowOnNoColumnSaysTimesOnly() {
      pipelines.deploy(spec(Scope.everyone(), new Window(true, Optional.empty()), "x", "id"));

      assertThat(source().has("dateFilterColumn")).isFalse();
      assertThat(source().at("/startTime/value").asText())
          .isEqualTo("@pipeline().parameters.start");
    }

    @Test
    void takesTextForTextThatLooksLikeAnExpression() {
      pipelines.deploy(spec(Scope.everyone(), Window.NONE, "", "@odata.type", "a@{b}", "@{c}"));

      assertThat(source().get("outputColumns"))
          .isEqualTo(read("[{'name':'@@odata.type'},{'name':'a@@{b}'},{'name':'@@{c}'}]"));
      assertThat(sentTo(SINK).at("/properties/typeProperties/location/folderPath/value").asText())
          .isEqualTo("@dataset().runKey");
    }

    @Test
    void isMendedWhereAPersonChangedIt() {
      pipelines.deploy(spec(Scope.everyone()));
      ObjectNode activity = there(PIPELINE, "/properties/activities/0");
      activity.withObject("/policy").put("retry", 3);

      assertThat(pipelines.deploy(spec(Scope.everyone()))).isEqualTo(1);
      assertThat(sentTo(PIPELINE).at("/properties/activities/0/policy/retry").asInt()).isZero();
      assertThat(pipelines.deploy(spec(Scope.everyone()))).isZero();
    }

    @Test
    void losesAScopeOrAColumnThatWasNotAskedFor() {
      pipelines.deploy(spec(Scope.everyone()));
      ObjectNode source = there(PIPELINE, "/properties/activities/0/typeProperties/source");
      source.putArray("allowedGroups").add(GROUP);
      source.withArray("outputColumns").addObject().put("name", "body");

      assertThat(pipelines.deploy(spec(Scope.everyone()))).isEqualTo(1);
      assertThat(source().has("allowedGroups")).isFalse();
      assertThat(source().get("outputColumns")).hasSize(2);
    }

    @Test
    void keepsWhatAPersonAdded() {
      pipelines.deploy(spec(Scope.everyone()));
      ObjectNode all = there(PIPELINE, "/properties");
      all.put("description", "theirs").put("concurrency", 4);
      all.withArray("activities")
          .insertObject(0)
          .put("name", "Tell")
          .put("type", "Wait")
          .putObject("typeProperties")
          .put("waitTimeInSeconds", 1);
      all.withObject("/parameters/theirs").put("type", "Int");
      assertThat(pipelines.deploy(spec(Scope.everyone()))).isZero();

      ((ObjectNode) all.at("/activities/1/typeProperties/source")).put("MGDCTemplateId", "t");
      ((ObjectNode) all.at("/activities/1/typeProperties/source")).put("dateFilterColumn", "x");
      assertThat(pipelines.deploy(spec(Scope.everyone()))).isEqualTo(1);

      JsonNode sent = sentTo(PIPELINE).get("properties");
      assertThat(sent.get("description").asText()).isEqualTo("theirs");
      assertThat(sent.get("concurrency").asInt()).isEqualTo(4);
      assertThat(sent.get("activities").findValuesAsText("name")).startsWith("Tell");
      assertThat(sent.at("/activities/1/typeProperties/source/MGDCTemplateId").asText())
          .isEqualTo("t");
      assertThat(sent.at("/parameters/theirs/type").asText()).isEqualTo("Int");
    }

    private JsonNode source() {
      return sentTo(PIPELINE).at("/properties/activities/0/typeProperties/source");
    }

    private JsonNode expression(String text) {
      return StubHost.JSON.createObjectNode().put("value", text).put("type", "Expression");
    }
  }

  private static SignIn signIn(String keyId, String secret) {
    return new SignIn(
        AppCredential.clientSecret(),
        Optional.of(new AddedSecret(new SecretEntry(keyId, "", Instant.EPOCH), Secret.of(secret))));
  }
}
