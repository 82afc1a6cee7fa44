package io.github.dataconnect4j.emulator.datafactory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerRoutesTest {

  private static final String WHOLE_YEAR =
      "{'lastUpdatedAfter':'2026-01-01T00:00:00Z','lastUpdatedBefore':'2027-01-01T00:00:00Z',"
          + "'orderBy':[{'orderBy':'RunStart','order':'ASC'}]}";

  private final EmulatedAzure azure = EmulatedAzure.withLanding();

  @BeforeEach
  void pipeline() {
    azure.factory(
        "PUT",
        "/pipelines/p",
        "{'properties':{'activities':[],'parameters':{'at':{'type':'String'}}}}");
  }

  private Reply write(String type, String recurrence) {
    return azure.factory(
        "PUT",
        "/triggers/t",
        "{'properties':{'type':'"
            + type
            + "','runtimeState':'Started','typeProperties':{'recurrence':{"
            + recurrence
            + "}},'pipelines':[{'pipelineReference':{'type':'PipelineReference','referenceName':'p'},"
            + "'parameters':{'at':'@trigger().scheduledTime'}}]}}");
  }

  private Reply call(String verb) {
    return azure.factory("POST", "/triggers/t/" + verb, "");
  }

  private Reply runs() {
    return azure.factory("POST", "/queryPipelineRuns", WHOLE_YEAR);
  }

  private String everyMinutes(int minutes, Instant start) {
    return "'frequency':'Minute','interval':" + minutes + ",'startTime':'" + start + "'";
  }

  @Test
  void aTriggerIsStoppedWhateverItsWriterSays() {
    Reply put = write("ScheduleTrigger", everyMinutes(10, azure.time.now()));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text("/type")).isEqualTo("Microsoft.DataFactory/factories/triggers");
    azure.time.advance(Duration.ofHours(1));
    assertThat(azure.factory("GET", "/triggers/t", "").text("/properties/runtimeState"))
        .isEqualTo("Stopped");
    assertThat(runs().body().path("value")).isEmpty();
  }

  @Test
  void runsTellTheTriggerThatStartedThem() {
    Instant start = azure.time.now().plus(Duration.ofMinutes(7));
    write("ScheduleTrigger", everyMinutes(10, start));

    assertThat(call("start").status()).isEqualTo(200);
    azure.time.advance(Duration.ofMinutes(8));

    assertThat(runs().body().path("value")).hasSize(1);
    assertThat(runs().text("/value/0/invokedBy/name")).isEqualTo("t");
    assertThat(runs().text("/value/0/invokedBy/invokedByType")).isEqualTo("ScheduleTrigger");
    assertThat(runs().text("/value/0/parameters/at")).isEqualTo(start.toString());
    assertThat(runs().text("/value/0/runStart")).isEqualTo(start.toString());
  }

  @Test
  void aStartThatIsPastIsCountedFrom() {
    Instant now = azure.time.now();
    write("ScheduleTrigger", everyMinutes(10, now.minus(Duration.ofMinutes(24))));
    call("start");

    azure.time.advance(Duration.ofMinutes(5));
    assertThat(runs().body().path("value")).isEmpty();
    azure.time.advance(Duration.ofMinutes(1));

    assertThat(runs().text("/value/0/parameters/at"))
        .isEqualTo(now.plus(Duration.ofMinutes(6)).toString());
  }

  @Test
  void nothingFiresAfterTheEndTime() {
    Instant now = azure.time.now();
    String end = ",'endTime':'" + now.plus(Duration.ofMinutes(10)) + "'";
    write("ScheduleTrigger", everyMinutes(10, now) + end);
    call("start");

    azure.time.advance(Duration.ofHours(2));

    assertThat(runs().body().path("value")).hasSize(2);
  }

  @Test
  void aTriggerThatRunsStaysAsItIs() {
    write("ScheduleTrigger", everyMinutes(10, azure.time.now().plus(Duration.ofMinutes(1))));
    call("start");
    String etag = azure.factory("GET", "/triggers/t", "").text("/etag");

    assertThat(call("start").status()).isEqualTo(200);
    assertThat(write("ScheduleTrigger", everyMinutes(5, azure.time.now())).code())
        .isEqualTo("TriggerEnabledCannotUpdate");
    assertThat(azure.factory("DELETE", "/triggers/t", "").code())
        .isEqualTo("TriggerEnabledCannotUpdate");
    assertThat(azure.factory("GET", "/triggers/t", "").text("/etag")).isEqualTo(etag);
    azure.time.advance(Duration.ofMinutes(2));
    assertThat(runs().body().path("value")).as("one start, one firing").hasSize(1);
  }

  @Test
  void aStartAfterAStopFiresOnce() {
    write("ScheduleTrigger", everyMinutes(10, azure.time.now().plus(Duration.ofMinutes(1))));
    call("start");
    call("stop");
    call("start");
    azure.time.advance(Duration.ofMinutes(2));
    assertThat(runs().body().path("value")).hasSize(1);

    call("stop");
    azure.time.advance(Duration.ofHours(1));

    assertThat(runs().body().path("value")).hasSize(1);
    assertThat(azure.factory("DELETE", "/pipelines/p", "").message()).contains("referenced by t");
    assertThat(azure.factory("DELETE", "/triggers/t", "").status()).isEqualTo(200);
    assertThat(call("start").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "TumblingWindowTrigger | 'frequency':'Hour' | of type ScheduleTrigger only, not 'TumblingWindowTrigger'",
        "ScheduleTrigger | 'frequency':'Hour','interval':1,'timeZone':'Romance Standard Time' | no timeZone but UTC",
        "ScheduleTrigger | 'frequency':'Day','interval':1,'schedule':{'hours':[4]} | not by a 'schedule'",
        "ScheduleTrigger | 'frequency':'Hour','interval':0 | an interval of 1 or more",
        "ScheduleTrigger | 'frequency':'Hour','interval':1,'startTime':'soon' | startTime such as",
        "ScheduleTrigger | 'frequency':'Year','interval':1,'startTime':'2026-01-01T00:00:00Z' | not 'Year'",
      })
  void whatIsNotImitatedIsKeptAndRefusedAtTheStart(String type, String recurrence, String why) {
    assertThat(write(type, recurrence).status()).isEqualTo(200);

    Reply refused = call("start");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("The trigger cannot be started: the emulator", why);
  }

  @Test
  void whatIsCountedInMonthsComesBackToThe31st() {
    write("ScheduleTrigger", "'frequency':'Month','interval':1,'startTime':'2025-12-31T08:00:00Z'");
    Recurrence monthly =
        Recurrence.of(
            (ObjectNode) azure.factory("GET", "/triggers/t", "").body().path("properties"));

    assertThat(monthly.after(Instant.parse("2026-02-01T00:00:00Z")))
        .contains(Instant.parse("2026-02-28T08:00:00Z"));
    assertThat(monthly.after(Instant.parse("2026-02-28T08:00:00Z")))
        .contains(Instant.parse("2026-03-31T08:00:00Z"));
  }
}
