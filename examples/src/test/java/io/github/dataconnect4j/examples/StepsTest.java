package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs each step's {@code main} as a user would. */
class StepsTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private PrintStream before = System.out;

  @BeforeEach
  void catchOutput() {
    before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void releaseOutput() {
    System.setOut(before);
  }

  @Test
  void step1SwitchesDataConnectOn() {
    Step1EnableDataConnect.main(new String[0]);

    assertThat(output()).contains("Data Connect is off", "O365DataPlan", "has switched it on");
  }

  @Test
  void step2MakesTheAppAndItsGround() {
    Step2CreateEntraApp.main(new String[0]);

    assertThat(output()).contains("+ made  Entra application", "+ made  Data Factory");
  }

  @Test
  void step3RegistersTheApp() {
    Step3RegisterApp.main(new String[0]);

    assertThat(output()).contains("Registered.", "Application ID", "receivedDateTime");
  }

  @Test
  void step4HasItApproved() {
    Step4ApproveApp.main(new String[0]);

    assertThat(output()).contains("MGDCAdminCenter", "State: Approved");
  }

  @Test
  void step5RunsTheCopy() {
    Step5RunPipeline.main(new String[] {"--users", "3", "--messages", "10"});

    assertThat(output())
        .containsPattern("SUCCEEDED\\R  rows: \\d+, bytes: ")
        .contains("Message_v1/");
  }

  @Test
  void step5RunsTheCopyOnSynapse() {
    Step5RunSynapsePipeline.main(new String[] {"--users", "3", "--messages", "10"});

    assertThat(output()).contains("Synapse", "SUCCEEDED", "rows: ", "Message_v1/");
  }

  @Test
  void step5RunsAPipelineThatWasMadeByHand() {
    Step5RunExistingPipeline.main(new String[] {"--users", "3", "--messages", "10"});

    assertThat(output())
        .contains("Copy mail (by hand), whose copies are [CopyIt]", "SUCCEEDED")
        .containsPattern("rows read: [1-9]\\d*, from by hand/\\d{4}-\\d\\d-\\d\\d/");
  }

  private String output() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
