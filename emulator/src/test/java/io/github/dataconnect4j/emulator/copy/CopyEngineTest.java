package io.github.dataconnect4j.emulator.copy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.arm.FakeTenant;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.shared.ServiceDetail;
import io.github.dataconnect4j.tenant.Group;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyEngineTest {

  private static final String TABLE = "BasicDataSet_v0.Message_v1";
  private static final String WINDOW =
      "'dateFilterColumn':'receivedDateTime','startTime':'@pipeline().parameters.start',"
          + "'endTime':{'value':'@pipeline().parameters.end','type':'Expression'}";
  private static final String COLUMNS = "'outputColumns':[{'name':'subject'},{'name':'id'}]";
  private static final String GROUP = "eeeeeeee-0000-0000-0000-000000000001";

  private final EmulatedAzure azure = EmulatedAzure.withLanding();
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
    azure.factory(
        "PUT",
        "/integrationRuntimes/ir",
        "{'properties':{'type':'Managed','typeProperties':{'computeProperties':{'location':'West Europe'}}}}");
    linkedServices(FakeTenant.SECRET, "https://localhost:8443/gdcacct/");
    source(TABLE);
    azure.factory(
        "PUT",
        "/datasets/sink",
        "{'properties':{'type':'Binary','linkedServiceName':{'type':'LinkedServiceReference',"
            + "'referenceName':'blob'},'parameters':{'folder':{'type':'String'}},'typeProperties':"
            + "{'location':{'type':'AzureBlobStorageLocation','container':'gdc','folderPath':"
            + "{'value':'mail/@{dataset().folder}','type':'Expression'}}}}}");
    pipeline(WINDOW + "," + COLUMNS);
    approve(Scope.everyone());
    tenant.user(1, OfficeRegion.EUROPE);
    message(1, "in", "2026-01-02T00:00:00Z");
  }

  private void linkedServices(String secret, String endpoint) {
    String key = "{'type':'SecureString','value':'" + secret + "'}";
    azure.factory(
        "PUT",
        "/linkedservices/m365",
        "{'properties':{'type':'Office365','connectVia':{'type':'IntegrationRuntimeReference',"
            + "'referenceName':'ir'},'typeProperties':{'office365TenantId':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalTenantId':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalId':'"
            + FakeTenant.APP
            + "','servicePrincipalKey':"
            + key
            + "}}}");
    azure.factory(
        "PUT",
        "/linkedservices/blob",
        "{'properties':{'type':'AzureBlobStorage','typeProperties':{'serviceEndpoint':'"
            + endpoint
            + "','tenant':'"
            + EmulatedAzure.TENANT
            + "','servicePrincipalId':'"
            + FakeTenant.APP
            + "','servicePrincipalKey':"
            + key
            + "}}}");
  }

  private void source(String table) {
    azure.factory(
        "PUT",
        "/datasets/source",
        "{'properties':{'type':'Office365Table','linkedServiceName':{'type':'LinkedServiceReference',"
            + "'referenceName':'m365'},'typeProperties':{'tableName':'"
            + table
            + "'}}}");
  }

  private void pipeline(String source) {
    pipeline(source, "'formatSettings':{}");
  }

  private void pipeline(String source, String sink) {
    Reply reply =
        azure.factory(
            "PUT",
            "/pipelines/p",
            "{'properties':{'parameters':{'start':{'type':'String','defaultValue':'2026-01-01T00:00:00Z'},"
                + "'end':{'type':'String','defaultValue':'2026-01-08T00:00:00Z'},"
                + "'runKey':{'type':'String','defaultValue':'key'}},'activities':[{'name':'CopyMail',"
                + "'type':'Copy','inputs':[{'type':'DatasetReference','referenceName':'source'}],"
                + "'outputs':[{'type':'DatasetReference','referenceName':'sink','parameters':"
                + "{'folder':'@pipeline().parameters.runKey'}}],'typeProperties':{'source':{"
                + "'type':'Office365Source',"
                + source
                + "},'sink':{'type':'BinarySink',"
                + sink
                + "}}}]}}");
    assertThat(reply.status()).isEqualTo(200);
  }

  private void approve(Scope scope) {
    tenant.authorization = Optional.of(authorization(scope, TABLE));
  }

  private static Authorization authorization(Scope scope, String table) {
    return authorization(scope, table, "https://localhost:8443/gdcacct/");
  }

  private static Authorization authorization(Scope scope, String table, String destination) {
    return new Authorization(
        FakeTenant.APP,
        EmulatedAzure.TENANT,
        "1",
        Decision.APPROVED,
        Optional.of("admin@contoso.com"),
        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
        Optional.of(Instant.parse("2026-06-30T00:00:00Z")),
        URI.create(destination),
        EmulatedAzure.TENANT,
        List.of(new AuthorizedDataset(Catalog.builtIn().dataset(table).allColumns(), scope)));
  }

  private void message(int owner, String subject, String received) {
    ObjectNode row = Json.object();
    row.put("id", subject + "-id").put("subject", subject).put("receivedDateTime", received);
    row.put("importance", "normal").put("puser", FakeTenant.id(owner));
    tenant.row(row.put("ptenant", EmulatedAzure.TENANT).put("datarow", 0));
  }

  private String start() {
    return azure.factory("POST", "/pipelines/p/createRun", "").text("/runId");
  }

  private JsonNode run(String id) {
    return azure.factory("GET", "/pipelineruns/" + id, "").body();
  }

  private JsonNode activity(String id) {
    return azure
        .factory(
            "POST",
            "/pipelineruns/" + id + "/queryActivityruns",
            "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z'}")
        .body()
        .at("/value/0");
  }

  private JsonNode finished() {
    String id = start();
    azure.time.advance(Duration.ofMinutes(46));
    return activity(id);
  }

  private String failure() {
    JsonNode activity = finished();
    assertThat(activity.path("status").asText()).isEqualTo("Failed");
    assertThat(tenant.files).isEmpty();
    String message = activity.at("/error/message").asText();
    assertThat(message).doesNotContain(FakeTenant.SECRET);
    return message;
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String file : tenant.data()) {
      assertThat(file).endsWith("\n").doesNotContain("\r");
      for (String line : file.split("\n", -1)) {
        if (!line.isEmpty()) {
          lines.add(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return lines;
  }

  private List<String> subjects() throws IOException {
    return lines().stream().map(line -> line.path("subject").asText()).toList();
  }

  @Nested
  class Stages {

    @Test
    void followEachOtherInVirtualTime() {
      String id = start();
      assertThat(run(id).path("status").asText()).isEqualTo("Queued");

      azure.time.advance(Duration.ofMinutes(1));
      assertStage(id, "Initializing");
      azure.time.advance(Duration.ofMinutes(4));
      assertStage(id, "Extracting Data");
      azure.time.advance(Duration.ofMinutes(30));
      assertStage(id, "Persisting Data");
      assertThat(tenant.files).isEmpty();
      azure.time.advance(Duration.ofMinutes(10));

      assertThat(run(id).path("status").asText()).isEqualTo("Succeeded");
      assertThat(run(id).path("durationInMs").asLong()).isEqualTo(45 * 60_000L);
      assertThat(activity(id).path("status").asText()).isEqualTo("Succeeded");
      assertThat(stage(id)).isEqualTo("Succeeded");
      assertThat(tenant.extractions).containsExactly(id);
    }

    @Test
    void showWhatTheCopyRunsWith() {
      pipeline(COLUMNS + "," + WINDOW, "'formatSettings':{}");
      String id = start();
      azure.time.advance(Duration.ofMinutes(1));

      JsonNode source = activity(id).at("/input/source");
      assertThat(source.path("type").asText()).isEqualTo("Office365Source");
      assertThat(source.path("outputColumns").findValuesAsText("name"))
          .containsExactly("subject", "id");
      assertThat(source.path("dateFilterColumn").asText()).isEqualTo("receivedDateTime");
      assertThat(source.path("startTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(source.path("endTime").asText()).isEqualTo("2026-01-08T00:00:00Z");
      assertThat(activity(id).at("/input/sink/type").asText()).isEqualTo("BinarySink");
    }

    @Test
    void areKeptFromReadersForAsLongAsOrdered() {
      azure.engine.showRunsAfter(Duration.ofSeconds(45));
      String id = start();
      String query =
          "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z'}";

      assertThat(run(id).at("/error/code").asText()).isEqualTo("PipelineRunNotFound");
      assertThat(azure.factory("POST", "/queryPipelineRuns", query).body().path("value")).isEmpty();
      azure.time.advance(Duration.ofSeconds(45));

      assertThat(run(id).path("status").asText()).isEqualTo("Queued");
      assertThat(azure.factory("POST", "/queryPipelineRuns", query).body().path("value"))
          .hasSize(1);
    }

    private void assertStage(String id, String stage) {
      assertThat(run(id).path("status").asText()).isEqualTo("InProgress");
      assertThat(activity(id).path("status").asText()).isEqualTo("InProgress");
      assertThat(stage(id)).isEqualTo(stage);
    }

    private String stage(String id) {
      return activity(id).at("/output/executionDetails/0/status").asText();
    }

    @Test
    void endWhenTheRunIsCancelled() {
      String id = start();
      azure.time.advance(Duration.ofMinutes(40));

      assertThat(azure.factory("POST", "/pipelineruns/" + id + "/cancel", "").status())
          .isEqualTo(200);

      assertThat(run(id).path("status").asText()).isEqualTo("Canceling");
      azure.time.advance(Duration.ofMinutes(10));
      assertThat(run(id).path("status").asText()).isEqualTo("Cancelled");
      assertThat(activity(id).path("status").asText()).isEqualTo("Cancelled");
      assertThat(tenant.files).isEmpty();
    }

    @Test
    void endInTheMiddleOfWriting() {
      message(1, "second", "2026-01-03T00:00:00Z");
      String id = start();
      tenant.beforeEachRow =
          () -> {
            if (!tenant.open.isEmpty()) {
              azure.factory("POST", "/pipelineruns/" + id + "/cancel", "");
            }
          };

      azure.time.advance(Duration.ofMinutes(50));

      assertThat(run(id).path("status").asText()).isEqualTo("Cancelled");
      assertThat(tenant.files).isEmpty();
      assertThat(tenant.open).as("files left unfinished").isEmpty();
      assertThat(tenant.extractions).isEmpty();
    }

    @Test
    void failWhenTheEmulatorDoesAndLetTheTimeGoBy() {
      message(1, "second", "2026-01-03T00:00:00Z");
      tenant.beforeEachRow =
          () -> {
            if (!tenant.open.isEmpty()) {
              throw new IllegalStateException("rows are broken");
            }
          };
      String id = start();

      azure.time.advance(Duration.ofMinutes(50));

      assertThat(run(id).path("status").asText()).isEqualTo("Failed");
      assertThat(run(id).path("message").asText())
          .contains("Operation on target", "rows are broken");
      assertThat(tenant.files).isEmpty();
      assertThat(tenant.open).as("files left unfinished").isEmpty();
      assertThat(tenant.extractions).isEmpty();
    }

    @Test
    void ofAFinishedRunAreNotTouchedByCancelling() {
      String id = start();
      azure.time.advance(Duration.ofMinutes(45));
      azure.factory("POST", "/pipelineruns/" + id + "/cancel", "");
      azure.time.advance(Duration.ofMinutes(1));

      assertThat(run(id).path("status").asText()).isEqualTo("Succeeded");
    }
  }

  @Nested
  class Output {

    @Test
    void isJsonLinesWithTheColumnsAskedForInTheirOrder() throws IOException {
      finished();

      assertThat(tenant.data()).hasSize(1);
      assertThat(tenant.data().get(0))
          .isEqualTo(
              "{\"subject\":\"in\",\"id\":\"in-id\",\"puser\":\""
                  + FakeTenant.id(1)
                  + "\",\"ptenant\":\""
                  + EmulatedAzure.TENANT
                  + "\",\"datarow\":0}\n");
      String name = tenant.files.firstKey().replace("gdcacct/gdc/mail/key/", "");
      assertThat(UUID.fromString(name)).isNotNull();
    }

    @Test
    void isDescribedBesideIt() throws IOException {
      finished();

      JsonNode metadata = Json.parse(tenant.files.get("gdcacct/gdc/mail/key/metadata/JobMetadata"));
      assertThat(metadata.path("NumberOfRowsExtracted").asInt()).isEqualTo(1);
      assertThat(metadata.path("ColumnsRequested").asText()).isEqualTo("subject,id");
      assertThat(metadata.path("RequestStartDate").asText()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(metadata.path("TableName").asText()).isEqualTo(TABLE);
      assertThat(metadata.path("DataFactoryName").asText()).isEqualTo("gdc-df");
      assertThat(metadata.path("Errors").asText()).isEmpty();
    }

    @Test
    void isCountedInBytesAndFilesButNotInRows() {
      JsonNode output = finished().path("output");

      assertThat(output.path("filesWritten").asInt()).isEqualTo(1);
      assertThat(output.path("dataWritten").asLong()).isEqualTo(tenant.data().get(0).length());
      assertThat(output.has("rowsCopied")).isFalse();
      assertThat(output.path("effectiveIntegrationRuntime").asText()).isEqualTo("ir (westeurope)");
    }

    @Test
    void isSplitAmongFourJobsAtMost() {
      for (int i = 2; i <= 300; i++) {
        tenant.user(i, OfficeRegion.EUROPE);
        message(i, "s" + i, "2026-01-02T00:00:00Z");
      }

      assertThat(finished().at("/output/filesWritten").asInt()).isEqualTo(4);
    }

    @Test
    void withoutRowsIsTheMetadataAlone() {
      tenant.rows.clear();

      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
      assertThat(tenant.files).containsOnlyKeys("gdcacct/gdc/mail/key/metadata/JobMetadata");
    }

    @Test
    void goesToTheEmulatedAccountUnderAzuresOwnName() {
      linkedServices(FakeTenant.SECRET, "https://gdcacct.blob.core.windows.net/");

      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
      assertThat(tenant.data()).hasSize(1);
    }
  }

  @Nested
  class ADataLake {

    private static final String LAKE = "https://dfs.localhost:8443/gdcacct/";
    private static final String LOCATION = "'type':'AzureBlobFSLocation','fileSystem':'gdc'";

    @BeforeEach
    void lake() {
      linkedService("AzureBlobFS", "'url':'" + LAKE + "'");
      sink(LOCATION);
      approved(LAKE);
    }

    private void linkedService(String type, String endpoint) {
      azure.factory(
          "PUT",
          "/linkedservices/blob",
          "{'properties':{'type':'"
              + type
              + "','typeProperties':{"
              + endpoint
              + ",'tenant':'"
              + EmulatedAzure.TENANT
              + "','servicePrincipalId':'"
              + FakeTenant.APP
              + "','servicePrincipalCredentialType':'ServicePrincipalKey',"
              + "'servicePrincipalCredential':{'type':'SecureString','value':'"
              + FakeTenant.SECRET
              + "'}}}}");
    }

    private void sink(String location) {
      azure.factory(
          "PUT",
          "/datasets/sink",
          "{'properties':{'type':'Binary','linkedServiceName':{'type':'LinkedServiceReference',"
              + "'referenceName':'blob'},'parameters':{'folder':{'type':'String'}},"
              + "'typeProperties':{'location':{"
              + location
              + ",'folderPath':{'value':'mail/@{dataset().folder}','type':'Expression'}}}}}");
    }

    private void approved(String destination) {
      tenant.authorization = Optional.of(authorization(Scope.everyone(), TABLE, destination));
    }

    @Test
    void isWrittenToThroughItsLinkedService() {
      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
      assertThat(tenant.data()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
      "https://dfs.localhost:8443/gdcacct/, https://gdcacct.dfs.core.windows.net",
      "https://gdcacct.dfs.core.windows.net/, https://dfs.localhost:8443/gdcacct",
    })
    void goesByAzuresOwnNameToo(String endpoint, String approved) {
      linkedService("AzureBlobFS", "'url':'" + endpoint + "'");
      approved(approved);

      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
    }

    @ParameterizedTest
    @CsvSource({
      "https://localhost:8443/gdcacct/",
      "https://gdcacct.blob.core.windows.net/",
    })
    void isAnotherDestinationThanTheBlobEndpointOfTheSameAccount(String approved) {
      approved(approved);

      assertThat(ServiceDetail.read(failure()).violations())
          .extracting(Violation::code)
          .containsExactly(RuleCode.DESTINATION_MISMATCH);
    }

    @Test
    void isNotReachedThroughTheOtherEndpoint() {
      linkedService("AzureBlobFS", "'url':'https://localhost:8443/gdcacct/'");
      assertThat(failure())
          .contains("AzureBlobFS lead to Data Lake Storage Gen2")
          .contains("'https://localhost:8443/gdcacct/' is an endpoint of Blob Storage");

      linkedService("AzureBlobStorage", "'serviceEndpoint':'" + LAKE + "'");
      assertThat(failure())
          .contains("AzureBlobStorage lead to Blob Storage")
          .contains("is an endpoint of Data Lake Storage Gen2");
    }

    @Test
    void takesNoLocationOfBlobStorage() {
      sink("'type':'AzureBlobStorageLocation','container':'gdc'");

      assertThat(failure())
          .contains("type AzureBlobFS takes no location of type 'AzureBlobStorageLocation'");
    }

    @Test
    void takesNoSettingsOfBlobStorage() {
      pipeline(WINDOW + "," + COLUMNS, "'storeSettings':{'type':'AzureBlobStorageWriteSettings'}");
      assertThat(failure())
          .contains("no settings for writing of type 'AzureBlobStorageWriteSettings'");

      pipeline(WINDOW + "," + COLUMNS, "'storeSettings':{'type':'AzureBlobFSWriteSettings'}");
      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
    }
  }

  @Nested
  class Rows {

    @Test
    void areTakenFromTheStartOnAndBeforeTheEnd() throws IOException {
      message(1, "at start", "2026-01-01T00:00:00.0000000Z");
      message(1, "at end", "2026-01-08T00:00:00Z");
      message(1, "before", "2025-12-31T23:59:59.9999999Z");
      message(1, "no zone", "2026-01-07T23:59:59.9999999");
      message(1, "offset", "2026-01-08T00:30:00+01:00");
      message(1, "unreadable", "soon");
      finished();

      assertThat(subjects()).containsExactly("in", "at start", "no zone", "offset");
    }

    @Test
    void ofPeopleWhoCannotBeExtractedAreLeftOut() throws IOException {
      tenant.people.add(FakeTenant.person(2, true, true, Optional.of(OfficeRegion.EUROPE)));
      tenant.people.add(FakeTenant.person(3, false, false, Optional.of(OfficeRegion.EUROPE)));
      tenant.people.add(FakeTenant.person(4, false, true, Optional.empty()));
      tenant.user(5, OfficeRegion.NORTH_AMERICA);
      IntStream.rangeClosed(2, 5).forEach(i -> message(i, "s" + i, "2026-01-02T00:00:00Z"));
      finished();

      assertThat(subjects()).containsExactly("in");
    }

    @Test
    void areThoseOfTheGroupsAskedFor() throws IOException {
      tenant.user(2, OfficeRegion.EUROPE);
      message(2, "two", "2026-01-02T00:00:00Z");
      tenant.groups.add(new Group(GROUP, "g", Group.Kind.SECURITY, List.of(FakeTenant.id(2))));
      pipeline(WINDOW + "," + COLUMNS + ",'allowedGroups':['" + GROUP + "']");
      finished();

      assertThat(subjects()).containsExactly("two");
    }

    @Test
    void areThoseThatTheFilterSelects() throws IOException {
      tenant.user(2, OfficeRegion.EUROPE);
      message(2, "two", "2026-01-02T00:00:00Z");
      pipeline(
          WINDOW
              + ","
              + COLUMNS
              + ",'userScopeFilterUri':'https://graph.microsoft.com/v1.0/users?$filter=user2'");
      finished();

      assertThat(subjects()).containsExactly("two");
    }

    @Test
    void ofACalendarViewLieWithinTheWindow() throws IOException {
      source("BasicDataSet_v0.CalendarView_v0");
      tenant.authorization =
          Optional.of(authorization(Scope.everyone(), "BasicDataSet_v0.CalendarView_v0"));
      pipeline("'startTime':'2026-01-01','endTime':'2026-01-08'," + COLUMNS);
      tenant.rows.clear();
      event("within", "2026-01-01T00:00:00.0000000", "2026-01-08T00:00:00.0000000");
      event("early", "2025-12-31T23:00:00.0000000", "2026-01-01T01:00:00.0000000");
      event("late", "2026-01-07T23:00:00.0000000", "2026-01-08T01:00:00.0000000");
      finished();

      assertThat(subjects()).containsExactly("within");
    }

    private void event(String subject, String start, String end) {
      ObjectNode row = Json.object().put("subject", subject).put("puser", FakeTenant.id(1));
      row.putObject("start").put("dateTime", start).put("timeZone", "UTC");
      row.putObject("end").put("dateTime", end).put("timeZone", "UTC");
      tenant.row(row);
    }
  }

  @Nested
  class DateRules {

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '"',
        delimiter = '|',
        value = {
          "'x':1|Message_v1 must be filtered by date",
          "'dateFilterColumn':'subject','startTime':'2026-01-01','endTime':'2026-01-02'|'subject' of BasicDataSet_v0.Message_v1 cannot be filtered by date",
          "'startTime':'2026-01-01','endTime':'2026-01-02'|need a dateFilterColumn",
          "'dateFilterColumn':'sentDateTime','endTime':'2026-01-02'|is incomplete",
          "'dateFilterColumn':'sentDateTime','startTime':'yesterday','endTime':'2026-01-02'|startTime 'yesterday' is not a time",
          "'dateFilterColumn':'sentDateTime','startTime':'2026-01-03','endTime':'2026-01-02'|is before the startTime",
        })
    void failTheRun(String filter, String detail) {
      pipeline(filter + "," + COLUMNS);

      assertThat(failure())
          .contains(detail)
          .startsWith("ErrorCode=UserErrorOffice365DataLoaderError");
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '"',
        delimiter = '|',
        value = {
          "'dateFilterColumn':'createdDateTime','startTime':'2026-01-01','endTime':'2026-01-02'|without dateFilterColumn",
          "'startTime':'2016-01-01','endTime':'2026-01-02'|longer than the 1825 days",
          "'x':1|set startTime and endTime",
        })
    void ofCalendarViewsFailTheRun(String filter, String detail) {
      String table = "BasicDataSet_v0.CalendarView_v0";
      source(table);
      tenant.authorization = Optional.of(authorization(Scope.everyone(), table));
      pipeline(filter + "," + COLUMNS);

      assertThat(failure()).contains(detail);
    }
  }

  @Nested
  class Scopes {

    @Test
    void cannotHaveGroupsAndAFilter() {
      pipeline(
          WINDOW
              + ","
              + COLUMNS
              + ",'allowedGroups':['"
              + GROUP
              + "'],'userScopeFilterUri':'https://graph.microsoft.com/v1.0/users?$filter=x'");

      assertThat(failure()).contains("exclude each other");
    }

    @Test
    void cannotHaveMoreThanTenGroups() {
      String groups =
          String.join(
              "','",
              IntStream.range(0, 11)
                  .mapToObj(i -> String.format("eeeeeeee-0000-0000-0000-%012d", i))
                  .toList());
      pipeline(WINDOW + "," + COLUMNS + ",'allowedGroups':['" + groups + "']");

      assertThat(failure()).contains("names 11 groups");
    }

    @Test
    void cannotHaveAGroupThatIsNotThere() {
      pipeline(WINDOW + "," + COLUMNS + ",'allowedGroups':['" + GROUP + "']");

      assertThat(failure()).contains("Group Expansion Failed").contains(GROUP);
    }
  }

  @Nested
  class TheEightRules {

    private void assertBroken(RuleCode code) {
      JsonNode activity = finished();
      assertThat(activity.at("/error/errorCode").asText()).isEqualTo("2200");
      assertThat(activity.at("/error/failureType").asText()).isEqualTo("UserError");
      assertThat(activity.at("/error/target").asText()).isEqualTo("CopyMail");
      assertThat(ServiceDetail.read(activity.at("/error/message").asText()).violations())
          .extracting(Violation::code)
          .containsExactly(code);
      assertThat(activity.path("activityRunEnd")).isEqualTo(activity.path("activityRunStart"));
      assertThat(tenant.files).isEmpty();
    }

    private void change(
        Decision decision, String appTenant, URI destination, String destinationTenant) {
      Authorization known = tenant.authorization.orElseThrow();
      tenant.authorization =
          Optional.of(
              new Authorization(
                  known.applicationId(),
                  appTenant,
                  known.version(),
                  decision,
                  known.approver(),
                  known.decidedAt(),
                  known.expiresAt(),
                  destination,
                  destinationTenant,
                  known.datasets()));
    }

    private final URI account = URI.create("https://localhost:8443/gdcacct");

    @Test
    void letAnApprovedRunPass() {
      assertThat(finished().path("status").asText()).isEqualTo("Succeeded");
    }

    @Test
    void wantARegisteredApp() {
      tenant.authorization = Optional.empty();
      assertBroken(RuleCode.APP_NOT_FOUND);
    }

    @Test
    void wantADecision() {
      change(Decision.PENDING, EmulatedAzure.TENANT, account, EmulatedAzure.TENANT);
      assertBroken(RuleCode.APP_NOT_APPROVED);
    }

    @Test
    void wantAnApproval() {
      change(Decision.DENIED, EmulatedAzure.TENANT, account, EmulatedAzure.TENANT);
      assertBroken(RuleCode.APP_DENIED);
    }

    @Test
    void wantAnApprovalThatHasNotExpired() {
      azure.time.advance(Duration.ofDays(180));
      assertBroken(RuleCode.APP_EXPIRED);
    }

    @Test
    void wantTheTenantOfTheRegistration() {
      change(Decision.APPROVED, "another-tenant", account, EmulatedAzure.TENANT);
      assertBroken(RuleCode.APP_TENANT_MISMATCH);
    }

    @Test
    void wantAnApprovedDataset() {
      tenant.authorization =
          Optional.of(authorization(Scope.everyone(), "BasicDataSet_v0.Event_v1"));
      assertBroken(RuleCode.DATASET_NOT_AUTHORIZED);
    }

    @Test
    void wantApprovedColumns() {
      pipeline(WINDOW + ",'outputColumns':[{'name':'invented'}]");
      assertBroken(RuleCode.COLUMNS_NOT_AUTHORIZED);
    }

    @Test
    void wantColumnsAtAll() {
      pipeline(WINDOW);
      assertBroken(RuleCode.COLUMNS_NOT_AUTHORIZED);
    }

    @Test
    void wantTheTenantOfTheDestination() {
      change(Decision.APPROVED, EmulatedAzure.TENANT, account, "another-tenant");
      assertBroken(RuleCode.DESTINATION_TENANT_MISMATCH);
    }

    @Test
    void wantTheApprovedAccount() {
      change(
          Decision.APPROVED,
          EmulatedAzure.TENANT,
          URI.create("https://localhost:8443/other"),
          EmulatedAzure.TENANT);
      assertBroken(RuleCode.DESTINATION_MISMATCH);
    }

    @Test
    void wantAnApprovedScope() {
      tenant.authorization = Optional.of(authorization(new Scope.Groups(Set.of(GROUP)), TABLE));
      assertBroken(RuleCode.SCOPE_MISMATCH);
    }
  }

  @Nested
  class OtherFailures {

    @Test
    void comeFromAWrongSecret() {
      linkedServices("a-wrong-secret-value", "https://localhost:8443/gdcacct/");

      assertThat(failure()).contains("AADSTS7000215").doesNotContain("a-wrong-secret-value");
    }

    @Test
    void comeFromATableThatNobodyKnows() {
      source("BasicDataSet_v0.Nothing_v9");

      assertThat(failure()).contains("no table 'BasicDataSet_v0.Nothing_v9'");
    }

    @Test
    void comeFromDataConnectBeingOff() {
      tenant.dataConnectOn = false;

      assertThat(failure()).contains("switched off");
    }

    @Test
    void comeFromAMissingRoleWhilePersisting() {
      azure.send("DELETE", EmulatedAzure.ACCOUNT + "?api-version=2025-06-01", "");
      azure.put(
          EmulatedAzure.ACCOUNT,
          "2025-06-01",
          "{'location':'westeurope','kind':'StorageV2','sku':{'name':'Standard_LRS'}}");
      String id = start();
      azure.time.advance(Duration.ofMinutes(34));
      assertThat(activity(id).path("status").asText()).isEqualTo("InProgress");
      azure.time.advance(Duration.ofMinutes(1));

      assertThat(activity(id).at("/error/message").asText())
          .contains("Access denied while persisting")
          .contains("Storage Blob Data Contributor");
      assertThat(run(id).path("message").asText())
          .startsWith("Operation on target CopyMail failed: ErrorCode=");
    }

    @Test
    void comeFromAMissingContainer() {
      tenant.deleteContainer("gdcacct", "gdc");

      assertThat(failure()).contains("container 'gdc'").contains("does not exist");
    }

    @Test
    void comeFromARuntimeInNoRegion() {
      azure.factory(
          "PUT",
          "/integrationRuntimes/ir",
          "{'properties':{'type':'Managed','typeProperties':{'computeProperties':{'location':'West/Europe'}}}}");

      assertThat(failure()).contains("is not an Azure region's name");
    }

    @Test
    void leaveTheActivitiesThatDependOnThemOut() {
      tenant.dataConnectOn = false;
      ObjectNode shown = (ObjectNode) azure.factory("GET", "/pipelines/p", "").body();
      ObjectNode next = (ObjectNode) shown.at("/properties/activities/0").deepCopy();
      next.put("name", "Next")
          .putArray("dependsOn")
          .addObject()
          .put("activity", "CopyMail")
          .putArray("dependencyConditions")
          .add("Succeeded");
      ((ArrayNode) shown.at("/properties/activities")).insert(0, next);
      assertThat(azure.factory("PUT", "/pipelines/p", shown.toString()).status()).isEqualTo(200);
      String id = start();
      azure.time.advance(Duration.ofMinutes(1));

      assertThat(run(id).path("status").asText()).isEqualTo("Failed");
      assertThat(activity(id).path("activityName").asText()).isEqualTo("CopyMail");
      assertThat(run(id).path("message").asText()).contains("switched off");
    }

    @Test
    void comeFromAnExpressionThatTheEmulatorDoesNotKnow() {
      pipeline(WINDOW.replace("@pipeline().parameters.start", "@utcnow()") + "," + COLUMNS);

      assertThat(failure()).contains("The emulator does not support the function 'utcnow'");
    }
  }

  @Test
  void aPipelinesConcurrencyKeepsLaterRunsQueued() {
    JsonNode shown = azure.factory("GET", "/pipelines/p", "").body();
    ((ObjectNode) shown.path("properties")).put("concurrency", 1);
    azure.factory("PUT", "/pipelines/p", shown.toString());
    String first = start();
    String second = start();
    azure.time.advance(Duration.ofMinutes(44));
    assertThat(run(second).path("status").asText()).isEqualTo("Queued");

    azure.time.advance(Duration.ofMinutes(1));

    assertThat(run(first).path("status").asText()).isEqualTo("Succeeded");
    assertThat(run(second).path("status").asText()).isEqualTo("InProgress");
  }
}
