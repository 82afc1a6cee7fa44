package io.github.dataconnect4j.emulator.datafactory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DataFactoryProviderTest {

  private static final String SECRET = "do-not-show-me";
  private static final String LINKED =
      "{'properties':{'type':'Office365','annotations':[],'unknownField':{'x':1},'description':null,"
          + "'typeProperties':{'office365TenantId':'t','servicePrincipalCredentialType':null,"
          + "'servicePrincipalKey':{'type':'SecureString','value':'"
          + SECRET
          + "'}}}}";
  private static final String DATASET =
      "{'properties':{'type':'Office365Table','linkedServiceName':{'type':'LinkedServiceReference',"
          + "'referenceName':'LS-m365'},'typeProperties':{'tableName':'x','predicate':null}}}";

  private final EmulatedAzure azure = EmulatedAzure.withLanding();

  private static String pipeline(String parameters) {
    return "{'properties':{'activities':[{'name':'Copy','type':'Copy','inputs':[{'type':"
        + "'DatasetReference','referenceName':'ds'}]}],'parameters':"
        + parameters
        + "}}";
  }

  private void artifacts() {
    assertThat(azure.factory("PUT", "/linkedservices/ls-m365", LINKED).status()).isEqualTo(200);
    assertThat(azure.factory("PUT", "/datasets/ds", DATASET).status()).isEqualTo(200);
    assertThat(azure.factory("PUT", "/pipelines/p", pipeline("{}")).status()).isEqualTo(200);
  }

  @Nested
  class AFactory {

    @Test
    void keepsItsIdentityWhenItIsPutAgain() {
      Reply first = azure.factory("GET", "", "");
      Reply again =
          azure.factory(
              "PUT", "", "{'location':'westeurope','tags':{'app':'gdc'},'identity':null}");

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text("/identity/principalId"))
          .isNotEmpty()
          .isEqualTo(first.text("/identity/principalId"));
      assertThat(again.text("/identity/tenantId")).isEqualTo(EmulatedAzure.TENANT);
      assertThat(again.text("/tags/app")).isEqualTo("gdc");
      assertThat(again.text("/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void goesWithAllThatIsInIt() {
      artifacts();
      assertThat(azure.factory("DELETE", "", "").status()).isEqualTo(200);
      assertThat(azure.factory("DELETE", "", "").status()).isEqualTo(204);
      assertThat(azure.factory("GET", "", "").code()).isEqualTo("ResourceNotFound");
      azure.factory("PUT", "", "{'location':'westeurope'}");

      assertThat(azure.factory("GET", "/pipelines/p", "").status()).isEqualTo(404);
    }

    @Test
    void takesTagsByPatch() {
      assertThat(azure.factory("PATCH", "", "{'tags':{'a':'b'}}").text("/tags/a")).isEqualTo("b");
    }
  }

  @Nested
  class Artifact {

    @Test
    void comesBackAsItWasSentButWithoutNullsAndSecrets() {
      artifacts();

      Reply linked = azure.factory("GET", "/linkedServices/LS-M365", "");

      assertThat(linked.text("/name")).isEqualTo("ls-m365");
      assertThat(linked.text("/type")).isEqualTo("Microsoft.DataFactory/factories/linkedservices");
      assertThat(linked.text("/id")).isEqualTo(EmulatedAzure.FACTORY + "/linkedservices/ls-m365");
      assertThat(linked.body().at("/properties/unknownField/x").asInt()).isEqualTo(1);
      assertThat(linked.body().at("/properties").has("description")).isFalse();
      assertThat(linked.body().at("/properties/typeProperties").has("servicePrincipalKey"))
          .isFalse();
      assertThat(linked.text("/properties/typeProperties/encryptedCredential")).isNotEmpty();
      assertThat(linked.body().toString()).doesNotContain(SECRET);
      assertThat(azure.factory("GET", "/datasets/ds", "").body().toString())
          .doesNotContain("predicate");
    }

    @Test
    void hidesASecretThatIsWrittenAsPlainText() {
      Reply put =
          azure.factory(
              "PUT",
              "/linkedservices/plain",
              "{'properties':{'type':'AzureBlobStorage','typeProperties':{'connectionString':'"
                  + SECRET
                  + "'}}}");

      assertThat(put.body().toString()).doesNotContain(SECRET);
    }

    @Test
    void hasAnEtagThatChangesWithEachWrite() {
      artifacts();
      String first = azure.factory("GET", "/datasets/ds", "").text("/etag");
      assertThat(azure.factory("GET", "/datasets/ds", "", "If-None-Match", first).status())
          .isEqualTo(304);
      assertThat(
              azure
                  .factory("PUT", "/datasets/ds", DATASET, "If-Match", "\"" + first + "\"")
                  .status())
          .isEqualTo(200);

      Reply late = azure.factory("PUT", "/datasets/ds", DATASET, "If-Match", first);

      assertThat(late.status()).isEqualTo(412);
      assertThat(azure.factory("GET", "/datasets/ds", "").text("/etag")).isNotEqualTo(first);
      assertThat(azure.factory("PUT", "/datasets/new", DATASET, "If-Match", "*").status())
          .isEqualTo(412);
    }

    @Test
    void cannotReferToWhatIsNotThere() {
      Reply dataset = azure.factory("PUT", "/datasets/ds", DATASET);

      assertThat(dataset.status()).isEqualTo(400);
      assertThat(dataset.code()).isEqualTo("BadRequest");
      assertThat(dataset.message()).contains("invalid reference 'LS-m365'");
      assertThat(azure.factory("PUT", "/pipelines/p", pipeline("{}")).message())
          .contains("invalid reference 'ds'");
    }

    @Test
    void cannotGoWhileItIsReferredTo() {
      artifacts();

      Reply refused = azure.factory("DELETE", "/linkedservices/ls-m365", "");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.message()).contains("cannot be deleted since it is referenced by ds");
      assertThat(azure.factory("DELETE", "/pipelines/p", "").status()).isEqualTo(200);
      assertThat(azure.factory("DELETE", "/datasets/ds", "").status()).isEqualTo(200);
      assertThat(azure.factory("DELETE", "/linkedservices/ls-m365", "").status()).isEqualTo(200);
      assertThat(azure.factory("DELETE", "/linkedservices/ls-m365", "").status()).isEqualTo(204);
    }

    @Test
    void isListedInPages() {
      artifacts();
      for (String name : new String[] {"q", "r", "s"}) {
        azure.factory("PUT", "/pipelines/" + name, pipeline("{}"));
      }

      Reply first = azure.factory("GET", "/pipelines", "");
      String next = first.text("/nextLink");
      Reply second = azure.send("GET", next.substring("https://localhost:8443".length()), "");

      assertThat(first.body().path("value").findValuesAsText("name")).contains("p", "q");
      assertThat(next).contains("api-version=2018-06-01").contains("$skiptoken=2");
      assertThat(second.text("/value/0/name")).isEqualTo("r");
      assertThat(second.body().path("value")).hasSize(2);
      assertThat(second.body().has("nextLink")).isFalse();
    }

    @Test
    void ofAPipelineHasNoCircle() {
      artifacts();
      Reply reply =
          azure.factory(
              "PUT",
              "/pipelines/p",
              "{'properties':{'activities':[{'name':'a','dependsOn':[{'activity':'b'}]},"
                  + "{'name':'b','dependsOn':[{'activity':'a'}]}]}}");

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.message()).contains("depend on a missing activity or on each other: [a, b]");
    }
  }

  @Test
  void integrationRuntimesTellTheirStatusAndAreStarted() {
    azure.factory(
        "PUT",
        "/integrationRuntimes/ir",
        "{'properties':{'type':'Managed','typeProperties':{'computeProperties':{'location':'West Europe'}}}}");

    assertThat(
            azure
                .factory("POST", "/integrationRuntimes/ir/getStatus", "")
                .text("/properties/state"))
        .isEqualTo("Online");
    Reply start = azure.factory("POST", "/integrationRuntimes/ir/start", "");
    assertThat(start.status()).isEqualTo(202);
    String poll = start.headers().get("Location").substring("https://localhost:8443".length());
    assertThat(azure.send("GET", poll, "").status()).isEqualTo(202);
    assertThat(azure.send("GET", poll, "").text("/properties/state")).isEqualTo("Started");
  }

  @Nested
  class ARun {

    private Reply run(String body) {
      return azure.factory("POST", "/pipelines/p/createRun", body);
    }

    @Test
    void needsEveryParameterWithoutADefault() {
      artifacts();
      azure.factory(
          "PUT",
          "/pipelines/p",
          pipeline(
              "{'a':{'type':'String','defaultValue':null},'b':{'type':'int','defaultValue':3}}"));

      Reply refused = run("{'a':null}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.message())
          .contains("ErrorCode=InvalidTemplate")
          .contains("No value provided for Parameter 'a'");

      Reply made = run("{'a':'x'}");
      assertThat(made.status()).isEqualTo(200);
      Reply run = azure.factory("GET", "/pipelineruns/" + made.text("/runId"), "");
      assertThat(run.text("/parameters/a")).isEqualTo("x");
      assertThat(run.body().at("/parameters/b").isTextual()).isTrue();
      assertThat(run.text("/status")).isEqualTo("Queued");
      assertThat(run.text("/pipelineName")).isEqualTo("p");
    }

    @Test
    void neverShowsASecretParameter() {
      artifacts();
      azure.factory("PUT", "/pipelines/p", pipeline("{'key':{'type':'SecureString'}}"));
      String id = run("{'key':'" + SECRET + "'}").text("/runId");

      assertThat(azure.factory("GET", "/pipelineruns/" + id, "").body().toString())
          .doesNotContain(SECRET);
    }

    @Test
    void ofAMissingPipelineOrIdIsNotFound() {
      assertThat(run("").status()).isEqualTo(404);
      assertThat(azure.factory("GET", "/pipelineruns/none", "").code())
          .isEqualTo("PipelineRunNotFound");
    }

    @Test
    void isForgottenAfterFortyFiveDays() {
      artifacts();
      String id = run("").text("/runId");
      azure.time.advance(Duration.ofHours(1));
      azure.time.advance(Runs.KEPT);

      assertThat(azure.factory("GET", "/pipelineruns/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void isQueriedByPipelineAndStatusPageByPage() {
      artifacts();
      azure.factory("PUT", "/pipelines/other", pipeline("{}"));
      azure.factory("POST", "/pipelines/other/createRun", "");
      String[] ids = new String[3];
      for (int i = 0; i < ids.length; i++) {
        azure.time.advance(Duration.ofSeconds(1));
        ids[i] = run("").text("/runId");
      }
      String query =
          "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z',"
              + "'filters':[{'operand':'PipelineName','operator':'Equals','values':['p']},"
              + "{'operand':'Status','operator':'In','values':['Queued','InProgress']}],"
              + "'orderBy':[{'orderBy':'RunStart','order':'DESC'}]";

      Reply first = azure.factory("POST", "/queryPipelineRuns", query + "}");
      String token = first.text("/continuationToken");
      Reply second =
          azure.factory(
              "POST", "/queryPipelineRuns", query + ",'continuationToken':'" + token + "'}");

      assertThat(first.text("/value/0/runId")).isEqualTo(ids[2]);
      assertThat(first.text("/value/1/runId")).isEqualTo(ids[1]);
      assertThat(second.text("/value/0/runId")).isEqualTo(ids[0]);
      assertThat(second.body().path("value")).hasSize(1);
      assertThat(second.body().has("continuationToken")).isFalse();
    }

    @Test
    void isQueriedWithTimes() {
      assertThat(azure.factory("POST", "/queryPipelineRuns", "{}").message())
          .contains("'lastUpdatedAfter' must be a time");
    }
  }

  @Test
  void artifactsHandOutCopies() {
    artifacts();
    ObjectNode shown = (ObjectNode) azure.factory("GET", "/datasets/ds", "").body();
    shown.removeAll();

    assertThat(azure.factory("GET", "/datasets/ds", "").text("/name")).isEqualTo("ds");
  }
}
