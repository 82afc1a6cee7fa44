package io.github.dataconnect4j.emulator.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.arm.Caller;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SynapseServiceTest {

  private static final String SECRET = "do-not-show-me";
  private static final String LINKED =
      "{'properties':{'type':'Office365','unknownField':{'x':1},'description':null,"
          + "'typeProperties':{'servicePrincipalKey':{'type':'SecureString','value':'"
          + SECRET
          + "'}}}}";
  private static final String PIPELINE = "{'properties':{'activities':[]}}";

  @Nested
  class AWriteThatIsDoneAtOnce {

    private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.AT_ONCE);

    @Test
    void isAnsweredWithTheArtifact() {
      Reply put = azure.workspace("PUT", "/linkedservices/m365", LINKED);

      assertThat(put.status()).isEqualTo(200);
      assertThat(put.text("/id")).isEqualTo(EmulatedAzure.WORKSPACE + "/linkedservices/m365");
      assertThat(put.text("/type")).isEqualTo("Microsoft.Synapse/workspaces/linkedservices");
      assertThat(put.body()).isEqualTo(azure.workspace("GET", "/linkedServices/M365", "").body());
      assertThat(azure.workspace("DELETE", "/linkedservices/m365", "").status()).isEqualTo(200);
      assertThat(azure.workspace("DELETE", "/linkedservices/m365", "").status()).isEqualTo(204);
    }

    @Test
    void keepsUnknownFieldsAndDropsNullsAndSecrets() {
      Reply put = azure.workspace("PUT", "/linkedservices/m365", LINKED);

      assertThat(put.body().at("/properties/unknownField/x").asInt()).isEqualTo(1);
      assertThat(put.body().at("/properties").has("description")).isFalse();
      assertThat(put.text("/properties/typeProperties/encryptedCredential")).isNotEmpty();
      assertThat(put.body().toString()).doesNotContain(SECRET);
    }

    @Test
    void holdsToTheEtag() {
      String first = azure.workspace("PUT", "/pipelines/p", PIPELINE).text("/etag");
      assertThat(azure.workspace("GET", "/pipelines/p", "", "If-None-Match", first).status())
          .isEqualTo(304);
      assertThat(azure.workspace("PUT", "/pipelines/p", PIPELINE, "If-Match", first).status())
          .isEqualTo(200);

      Reply late = azure.workspace("PUT", "/pipelines/p", PIPELINE, "If-Match", first);

      assertThat(late.status()).isEqualTo(412);
      assertThat(late.code()).isEqualTo("PreconditionFailed");
    }
  }

  @Nested
  class AWriteWithALocation {

    private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.LOCATED);

    @Test
    void isDoneWhenTheLocationSaysSo() {
      Reply put = azure.workspace("PUT", "/linkedservices/m365", LINKED);

      assertThat(put.status()).isEqualTo(202);
      assertThat(put.text("/state")).isEqualTo("Creating");
      assertThat(put.body().toString()).doesNotContain(SECRET);
      String location = put.headers().get("Location");
      assertThat(location)
          .isEqualTo(
              "https://localhost:8443/synapse-dev/gdc-ws/operationResults/"
                  + put.text("/operationId")
                  + "?api-version=2020-12-01");
      Reply early = azure.follow(location);
      assertThat(early.status()).isEqualTo(202);
      assertThat(early.text("/status")).isEqualTo("InProgress");
      assertThat(early.headers()).containsEntry("Location", location);
      Reply done = azure.follow(location);
      assertThat(done.status()).isEqualTo(200);
      assertThat(done.text("/name")).isEqualTo("m365");
      assertThat(azure.workspace("GET", "/linkedservices/m365", "").body()).isEqualTo(done.body());
    }

    @Test
    void isRefusedAtOnceWhereItIsWrong() {
      Reply put =
          azure.workspace(
              "PUT",
              "/datasets/ds",
              "{'properties':{'type':'Office365Table','linkedServiceName':"
                  + "{'type':'LinkedServiceReference','referenceName':'none'}}}");

      assertThat(put.status()).isEqualTo(400);
      assertThat(put.message()).contains("invalid reference 'none'");
    }

    @Test
    void canDelete() {
      azure.follow(azure.workspace("PUT", "/pipelines/p", PIPELINE).headers().get("Location"));
      azure.workspace("GET", "/pipelines/p", "");

      Reply delete = azure.workspace("DELETE", "/pipelines/p", "");

      assertThat(delete.status()).isEqualTo(202);
      assertThat(delete.text("/state")).isEqualTo("Deleting");
      assertThat(azure.follow(delete.headers().get("Location")).status()).isEqualTo(202);
      assertThat(azure.follow(delete.headers().get("Location")).status()).isEqualTo(200);
      assertThat(azure.workspace("GET", "/pipelines/p", "").status()).isEqualTo(404);
    }
  }

  @Nested
  class AWriteWithoutALocation {

    private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.UNLOCATED);

    private String etag() {
      Reply get = azure.workspace("GET", "/pipelines/p", "");
      return get.status() == 200 ? get.text("/etag") : Integer.toString(get.status());
    }

    private String written() {
      assertThat(azure.workspace("PUT", "/pipelines/p", PIPELINE).status()).isEqualTo(202);
      etag();
      etag();
      return etag();
    }

    @Test
    void isSeenAfterSomeLooks() {
      Reply put = azure.workspace("PUT", "/pipelines/p", PIPELINE);

      assertThat(put.status()).isEqualTo(202);
      assertThat(put.headers()).doesNotContainKeys("Location", "Azure-AsyncOperation");
      assertThat(etag()).isEqualTo("404");
      assertThat(etag()).isEqualTo("404");
      assertThat(etag()).isNotEqualTo("404");
    }

    @Test
    void showsTheOldArtifactUntilThen() {
      String old = written();

      Reply put = azure.workspace("PUT", "/pipelines/p", PIPELINE);

      assertThat(put.text("/state")).isEqualTo("Updating");
      assertThat(etag()).isEqualTo(old);
      assertThat(etag()).isEqualTo(old);
      assertThat(etag()).isNotEqualTo(old);
    }

    @Test
    void isSeenAfterSomeTimeByThoseWhoNeverLooked() {
      azure.workspace("PUT", "/pipelines/p", PIPELINE);
      azure.time.advance(Arrivals.LONGEST);

      assertThat(etag()).isNotEqualTo("404");
    }

    @Test
    void holdsForReferencesFromTheStart() {
      azure.workspace("PUT", "/linkedservices/m365", LINKED);

      Reply dataset =
          azure.workspace(
              "PUT",
              "/datasets/ds",
              "{'properties':{'type':'Office365Table','linkedServiceName':"
                  + "{'type':'LinkedServiceReference','referenceName':'m365'}}}");

      assertThat(dataset.status()).isEqualTo(202);
    }

    @Test
    void isNotRunBeforeItIsSeen() {
      azure.workspace("PUT", "/pipelines/p", PIPELINE);

      assertThat(azure.workspace("POST", "/pipelines/p/createRun", "").status()).isEqualTo(404);
    }
  }

  @Nested
  class AWorkspace {

    private final EmulatedAzure azure = EmulatedAzure.withWorkspace(WriteForm.AT_ONCE);

    private Reply createRun() {
      return azure.workspace("POST", "/pipelines/p/createRun", "{'a':'x'}");
    }

    @Test
    void listsItsArtifactsInPagesBeneathItsOwnPath() {
      for (String name : new String[] {"a", "b", "c"}) {
        azure.workspace("PUT", "/pipelines/" + name, PIPELINE);
      }

      Reply first = azure.workspace("GET", "/pipelines", "");
      Reply last = azure.follow(first.text("/nextLink"));

      assertThat(first.body().path("value")).hasSize(2);
      assertThat(first.text("/nextLink"))
          .startsWith("https://localhost:8443/synapse-dev/gdc-ws/pipelines?")
          .contains("api-version=2020-12-01");
      assertThat(last.text("/value/0/name")).isEqualTo("c");
      assertThat(last.body().path("value")).hasSize(1);
      assertThat(last.body().has("nextLink")).isFalse();
    }

    @Test
    void startsRunsWith202AndTellsOfThem() {
      azure.workspace("PUT", "/pipelines/p", PIPELINE);

      Reply made = createRun();

      assertThat(made.status()).isEqualTo(202);
      String id = made.text("/runId");
      Reply run = azure.workspace("GET", "/pipelineruns/" + id, "");
      assertThat(run.text("/status")).isEqualTo("Queued");
      assertThat(run.text("/parameters/a")).isEqualTo("x");
      String query =
          "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z'}";
      Reply found = azure.workspace("POST", "/queryPipelineRuns", query);
      assertThat(found.text("/value/0/runId")).isEqualTo(id);
      String activities = "/pipelineruns/" + id + "/queryActivityruns";
      assertThat(azure.workspace("POST", "/pipelines/p" + activities, query).status())
          .isEqualTo(200);
      assertThat(azure.workspace("POST", "/pipelines/other" + activities, query).code())
          .isEqualTo("PipelineRunNotFound");
    }

    @Test
    void cancelsARun() {
      azure.workspace("PUT", "/pipelines/p", PIPELINE);
      String run = "/pipelineruns/" + createRun().text("/runId");

      assertThat(azure.workspace("POST", run + "/cancel", "").status()).isEqualTo(200);

      assertThat(azure.workspace("GET", run, "").text("/status")).isEqualTo("Canceling");
    }

    @Test
    void isNotSharedWithADataFactory() {
      azure.workspace("PUT", "/pipelines/p", PIPELINE);
      String run = "/pipelineruns/" + createRun().text("/runId");

      assertThat(azure.factory("GET", "/pipelines/p", "").status()).isEqualTo(404);
      assertThat(azure.factory("GET", run, "").code()).isEqualTo("PipelineRunNotFound");
    }

    @Test
    void knowsOneVersionOfItsCalls() {
      Reply none = azure.send("GET", "/synapse-dev/gdc-ws/pipelines", "");
      Reply other =
          azure.send("GET", "/synapse-dev/gdc-ws/pipelines?api-version=2019-06-01-preview", "");

      assertThat(none.status()).isEqualTo(400);
      assertThat(none.code()).isEqualTo("MissingApiVersionParameter");
      assertThat(other.status()).isEqualTo(400);
      assertThat(other.code()).isEqualTo("InvalidApiVersionParameter");
    }

    @Test
    void letsInItsMakerAndItsOwnersAndContributors() {
      azure.caller = new Caller("someone", EmulatedAzure.TENANT, Caller.Kind.USER);

      Reply refused = azure.workspace("PUT", "/pipelines/p", PIPELINE);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("Unauthorized");
      assertThat(refused.message())
          .contains("The principal 'someone'")
          .contains("Microsoft.Synapse/workspaces/pipelines/write")
          .contains("Scope: workspaces/gdc-ws");

      azure.world.roles().grant(EmulatedAzure.WORKSPACE, "someone", BuiltInRole.READER);
      assertThat(azure.workspace("GET", "/pipelines", "").status()).isEqualTo(403);
      azure.world.roles().grant(EmulatedAzure.WORKSPACE, "someone", BuiltInRole.CONTRIBUTOR);
      assertThat(azure.workspace("PUT", "/pipelines/p", PIPELINE).status()).isEqualTo(200);
    }

    @Test
    void hasNoOtherPaths() {
      Reply unknown = azure.workspace("GET", "/notebooks", "");

      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.message()).contains("no GET for '/synapse-dev/gdc-ws/notebooks'");
    }

    @Test
    void refusesWhatIsNotJsonWithoutQuotingIt() {
      Reply refused = azure.workspace("PUT", "/pipelines/p", "{" + SECRET);

      assertThat(refused.status()).isEqualTo(400);
      JsonNode body = refused.body();
      assertThat(body.toString()).contains("not JSON").doesNotContain(SECRET);
    }
  }
}
