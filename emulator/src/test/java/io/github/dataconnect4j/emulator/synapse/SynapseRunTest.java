package io.github.dataconnect4j.emulator.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.arm.FakeTenant;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy on a workspace, by the engine that Data Factory has. */
class SynapseRunTest {

  private static final String TABLE = "BasicDataSet_v0.Message_v1";
  private static final String WHOLE_YEAR =
      "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z'}";
  private static final String KEY = "{'type':'SecureString','value':'" + FakeTenant.SECRET + "'}";

  private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.AT_ONCE);
  private final FakeTenant tenant = azure.tenant;

  @BeforeEach
  void scene() {
    azure
        .world
        .roles()
        .grant(
            EmulatedAzure.ACCOUNT,
            FakeTenant.APP_PRINCIPAL,
            BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR);
    tenant.authorization = Optional.of(approval());
    tenant.user(1, OfficeRegion.EUROPE);
    tenant.row(
        Json.object()
            .put("id", "1")
            .put("subject", "hello")
            .put("receivedDateTime", "2026-01-02T00:00:00Z")
            .put("puser", FakeTenant.id(1))
            .put("ptenant", EmulatedAzure.TENANT)
            .put("datarow", 0));
  }

  private static Authorization approval() {
    return new Authorization(
        FakeTenant.APP,
        EmulatedAzure.TENANT,
        "1",
        Decision.APPROVED,
        Optional.of("admin@contoso.com"),
        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
        Optional.of(Instant.parse("2026-06-30T00:00:00Z")),
        URI.create("https://localhost:8443/gdcacct/"),
        EmulatedAzure.TENANT,
        List.of(
            new AuthorizedDataset(
                Catalog.builtIn().dataset(TABLE).allColumns(), Scope.everyone())));
  }

  private void pipeline(String region) {
    azure.put(
        EmulatedAzure.WORKSPACE + "/integrationRuntimes/ir",
        "2021-06-01",
        "{'properties':{'type':'Managed','typeProperties':{'computeProperties':{'location':'"
            + region
            + "'}}}}");
    artifact(
        "/linkedservices/m365",
        "'type':'Office365','connectVia':{'type':'IntegrationRuntimeReference','referenceName':"
            + "'ir'},'typeProperties':{'office365TenantId':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalTenantId':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalId':'"
            + FakeTenant.APP
            + "','servicePrincipalKey':"
            + KEY
            + "}");
    artifact(
        "/linkedservices/blob",
        "'type':'AzureBlobStorage','typeProperties':{'serviceEndpoint':"
            + "'https://localhost:8443/gdcacct/','tenant':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalId':'"
            + FakeTenant.APP
            + "','servicePrincipalKey':"
            + KEY
            + "}");
    artifact(
        "/datasets/source",
        "'type':'Office365Table','linkedServiceName':{'type':'LinkedServiceReference',"
            + "'referenceName':'m365'},'typeProperties':{'tableName':'"
            + TABLE
            + "'}");
    artifact(
        "/datasets/sink",
        "'type':'Binary','linkedServiceName':{'type':'LinkedServiceReference','referenceName':"
            + "'blob'},'typeProperties':{'location':{'type':'AzureBlobStorageLocation',"
            + "'container':'gdc','folderPath':'mail'}}");
    artifact(
        "/pipelines/p",
        "'activities':[{'name':'CopyMail','type':'Copy','inputs':[{'type':'DatasetReference',"
            + "'referenceName':'source'}],'outputs':[{'type':'DatasetReference','referenceName':"
            + "'sink'}],'typeProperties':{'source':{'type':'Office365Source','dateFilterColumn':"
            + "'receivedDateTime','startTime':'2026-01-01T00:00:00Z','endTime':"
            + "'2026-01-08T00:00:00Z','outputColumns':[{'name':'subject'}]},'sink':{'type':"
            + "'BinarySink'}}}]");
  }

  private void artifact(String path, String properties) {
    assertThat(azure.workspace("PUT", path, "{'properties':{" + properties + "}}").status())
        .isEqualTo(200);
  }

  private String run() {
    String id = azure.workspace("POST", "/pipelines/p/createRun", "").text("/runId");
    azure.time.advance(Duration.ofHours(1));
    return id;
  }

  private Reply activities(String run) {
    return azure.workspace(
        "POST", "/pipelines/p/pipelineruns/" + run + "/queryActivityruns", WHOLE_YEAR);
  }

  @Test
  void succeedsAndWrites() {
    pipeline("West Europe");

    String id = run();

    assertThat(azure.workspace("GET", "/pipelineruns/" + id, "").text("/status"))
        .isEqualTo("Succeeded");
    assertThat(activities(id).text("/value/0/output/effectiveIntegrationRuntime"))
        .isEqualTo("ir (westeurope)");
    assertThat(tenant.data()).hasSize(1);
    assertThat(tenant.data().get(0)).contains("hello");
    assertThat(tenant.extractions).containsExactly(id);
  }

  @Test
  void failsAsItWouldOnADataFactory() {
    pipeline("West Europe");
    tenant.authorization = Optional.empty();

    String id = run();

    Reply failed = azure.workspace("GET", "/pipelineruns/" + id, "");
    assertThat(failed.text("/status")).isEqualTo("Failed");
    assertThat(failed.text("/message")).contains("Operation on target CopyMail failed");
    assertThat(activities(id).text("/value/0/error/errorCode")).isEqualTo("2200");
    assertThat(tenant.data()).isEmpty();
  }
}
