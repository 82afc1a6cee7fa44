package io.github.dataconnect4j.synapse;

import static io.github.dataconnect4j.azure.StubHost.read;
import static io.github.dataconnect4j.synapse.StubWorkspace.DEV;
import static io.github.dataconnect4j.synapse.StubWorkspace.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.http.HttpHeaderName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.StubHost;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace, its runtime, and what is deployed to it. */
class SynapsePipelinesTest {

  private static final Connections CONNECTIONS =
      new Connections(
          "mail-app",
          "fixed-ir",
          "tenant",
          "client",
          StorageKind.BLOB,
          URI.create("https://acct.blob.example/"));

  private static final HostSpec HOST =
      new HostSpec(
          Region.WEST_EUROPE,
          Map.of("made-by", "dataconnect4j"),
          new StorageAccount(
              "/acct",
              "rg",
              "acct",
              Region.WEST_EUROPE,
              StorageKind.BLOB,
              URI.create("https://acct.blob.example/"),
              URI.create("https://acct.dfs.example/")),
          "m365");

  @Nested
  class TheWorkspace {

    private static final String OPERATION =
        "/subscriptions/subscription/providers/Microsoft.Synapse/locations/westeurope/"
            + "operationStatuses/op-ws";

    private final StubWorkspace far = new StubWorkspace();
    private final HostPipelines pipelines = far.pipelines();

    @Test
    void isMadeWithAnIdentityAndTheLandingsContainerAndFollowedOnTheCloudsClock() {
      Map<String, String> operation =
          Map.of(
              "Azure-AsyncOperation",
              "https://management.azure.com" + OPERATION + "?api-version=2021-06-01",
              "Retry-After",
              "17");
      far.on("PUT arm", 201, operation, workspace("Provisioning"));
      far.on("GET " + OPERATION, 200, Map.of("Retry-After", "17"), "{'status':'InProgress'}");
      far.on("GET " + OPERATION, 200, "{'status':'Succeeded'}");
      far.on("GET arm", 404, "{'error':{'code':'ResourceNotFound','message':'none'}}");
      far.on("GET arm", 200, workspace("Succeeded"));

      pipelines.createHost(HOST);

      assertThat(far.last("PUT arm").body())
          .isEqualTo(
              read(
                  "{'location':'westeurope','tags':{'made-by':'dataconnect4j'},"
                      + "'identity':{'type':'SystemAssigned'},"
                      + "'properties':{'defaultDataLakeStorage':{"
                      + "'accountUrl':'https://acct.dfs.example','filesystem':'m365'}}}"));
      assertThat(far.lines())
          .containsExactly("GET arm", "PUT arm", "GET " + OPERATION, "GET " + OPERATION, "GET arm");
      assertThat(far.time.sleeps()).containsExactly(Duration.ofSeconds(17));
      assertThat(pipelines.hostExists()).isTrue();
    }

    @Test
    void isLeftAsItIsWhereItExists() {
      far.has("arm", workspace("Succeeded"));

      pipelines.createHost(HOST);

      assertThat(far.lines()).doesNotContain("PUT arm");
    }

    @Test
    void thatIsStillBeingMadeIsWaitedFor() {
      far.on("GET arm", 200, workspace("Provisioning"));
      far.on("GET arm", 200, workspace("Provisioning"));
      far.on("GET arm", 200, workspace("Provisioning"));
      far.on("GET arm", 200, workspace("Succeeded"));
      assertThat(pipelines.hostExists()).isFalse();

      pipelines.createHost(HOST);

      assertThat(far.lines()).containsOnly("GET arm").hasSize(4);
    }

    @Test
    void thatFailedIsAConflict() {
      far.has("arm", workspace("Failed"));

      assertThat(pipelines.hostExists()).isFalse();
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> pipelines.createHost(HOST))
          .withMessageContaining("create Synapse workspace 'ws'")
          .withMessageContaining("its provisioning state is Failed");
    }

    @Test
    void isMissedBeforeAnythingIsSentToIt() {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of()))
          .withMessageContaining("there is none in resource group 'rg'");
      assertThat(far.lines()).containsExactly("GET arm");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'dev':''}",
          "{'dev':'http://ws.dev.example'}",
          "{'dev':'ws.dev.example'}",
          "{'dev':'https://x@ws.dev.example'}"
        })
    void withoutAnEndpointOverHttpsIsNotCalled(String endpoints) {
      far.has("arm", "{'location':'x','properties':{'connectivityEndpoints':" + endpoints + "}}");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of()))
          .withMessageContaining("it names no development endpoint over https");
      assertThat(far.lines()).containsExactly("GET arm");
    }

    @Test
    void hasARuntimeFixedToTheRegion() {
      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isFalse();

      pipelines.createIntegrationRuntime("fixed-ir", Region.WEST_EUROPE);

      assertThat(far.last("PUT arm/integrationRuntimes/fixed-ir").body())
          .isEqualTo(
              read(
                  "{'properties':{'type':'Managed','typeProperties':"
                      + "{'computeProperties':{'location':'westeurope'}}}}"));
      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isTrue();
    }

    @Test
    void keepsARuntimeOfAnotherRegion() {
      far.has(
          "arm/integrationRuntimes/fixed-ir",
          "{'properties':{'type':'Managed','typeProperties':"
              + "{'computeProperties':{'location':'West Europe'}}}}");

      assertThat(pipelines.integrationRuntimeExists("fixed-ir", Region.WEST_EUROPE)).isTrue();
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> pipelines.createIntegrationRuntime("fixed-ir", Region.EAST_US))
          .withMessageContaining("integration runtime 'fixed-ir' in Synapse workspace 'ws'")
          .withMessageContaining("westeurope instead of eastus");
    }
  }

  @Nested
  class WhatIsDeployed {

    private static final String M365 = "/linkedservices/mail__app_m365";
    private static final String PIPELINE = "/pipelines/mail-app_Message_v1_0a1b2c3d";

    private final StubWorkspace far = StubWorkspace.standing();
    private final HostPipelines pipelines = far.pipelines();

    private static PipelineSpec spec() {
      return new PipelineSpec(
          "mail-app_Message_v1_0a1b2c3d",
          CONNECTIONS,
          "BasicDataSet_v0.Message_v1",
          List.of("id", "sender"),
          new Window(true, Optional.of("receivedDateTime")),
          Scope.everyone(),
          "m365",
          "mail/Message_v1");
    }

    @Test
    void isTheSameJsonThatADataFactoryTakes() {
      pipelines.connect(CONNECTIONS, signIn("key-1", "s3cret"));

      assertThat(far.last("PUT " + M365).body())
          .isEqualTo(
              read(
                  "{'properties':{'type':'Office365',"
                      + "'connectVia':{'type':'IntegrationRuntimeReference',"
                      + "'referenceName':'fixed-ir'},"
                      + "'annotations':['dataconnect4j.app=mail-app','dataconnect4j.secret=key-1'],"
                      + "'typeProperties':{'office365TenantId':'tenant',"
                      + "'servicePrincipalTenantId':'tenant','servicePrincipalId':'client',"
                      + "'servicePrincipalKey':{'type':'SecureString','value':'s3cret'}}}}"));
      assertThat(pipelines.isConnected(CONNECTIONS, AppCredential.clientSecret(), "key-1"::equals))
          .isTrue();
    }

    @Test
    void isWrittenOnce() {
      assertThat(pipelines.deploy(spec())).isEqualTo(3);
      assertThat(pipelines.deploy(spec())).isZero();

      assertThat(far.lines()).filteredOn(line -> line.startsWith("PUT /")).hasSize(3);
    }

    @Test
    void saysNothingOfWhatWasNotAskedFor() {
      pipelines.deploy(spec());

      assertThat(far.last("PUT " + PIPELINE).body().toString()).doesNotContain("null");
      assertThat(
              far.last("PUT " + PIPELINE)
                  .body()
                  .at("/properties/activities/0/typeProperties/source"))
          .isEqualTo(
              read(
                  "{'type':'Office365Source','dateFilterColumn':'receivedDateTime',"
                      + "'startTime':{'value':'@pipeline().parameters.start','type':'Expression'},"
                      + "'endTime':{'value':'@pipeline().parameters.end','type':'Expression'},"
                      + "'outputColumns':[{'name':'id'},{'name':'sender'}]}"));
    }

    @Test
    void keepsWhatAPersonAddedAndIsWrittenOverTheVersionThatWasSeen() {
      pipelines.deploy(spec());
      ObjectNode theirs = (ObjectNode) far.resource(PIPELINE).get("properties");
      theirs.put("future", 7);
      ((ObjectNode) theirs.at("/activities/0/policy")).put("retry", 3);

      assertThat(pipelines.deploy(spec())).isEqualTo(1);

      StubHost.Sent sent = far.last("PUT " + PIPELINE);
      assertThat(sent.body().at("/properties/future").asInt()).isEqualTo(7);
      assertThat(sent.body().at("/properties/activities/0/policy/retry").asInt()).isZero();
      assertThat(sent.headers().getValue(HttpHeaderName.IF_MATCH)).isEqualTo("etag-3");
    }

    @Test
    void doesNotOverwriteAnothers() {
      far.has(M365, "{'properties':{'type':'Office365','typeProperties':{}}}");

      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> pipelines.connect(CONNECTIONS, signIn("key-1", "s3cret")))
          .withMessageContaining("write linked service 'mail__app_m365' to Synapse workspace 'ws'")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
      assertThat(far.lines()).noneMatch(line -> line.startsWith("PUT"));
    }

    @Test
    void goesToTheWorkspaceOnly() {
      pipelines.deploy(spec());

      assertThat(far.sent)
          .filteredOn(one -> !one.line().endsWith("arm"))
          .allSatisfy(one -> assertThat(one.url().toString()).startsWith(DEV + "/"));
    }
  }

  private static SignIn signIn(String keyId, String secret) {
    return new SignIn(
        AppCredential.clientSecret(),
        Optional.of(new AddedSecret(new SecretEntry(keyId, "", Instant.EPOCH), Secret.of(secret))));
  }
}
