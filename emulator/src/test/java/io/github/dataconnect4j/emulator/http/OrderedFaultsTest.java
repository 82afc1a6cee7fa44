package io.github.dataconnect4j.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.emulator.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedFaultsTest {

  private final OrderedFaults faults =
      new OrderedFaults(List.of("Pipelines_CreateRun", "Factories_Get"));

  @Test
  void areMetInOrderOneByEachCall() {
    Fault first = Fault.lostAnswer();
    Fault third = Fault.refused(503);
    faults
        .add("Pipelines_CreateRun", first)
        .spare("Pipelines_CreateRun")
        .add("Pipelines_CreateRun", third);

    assertThat(faults.pending())
        .containsExactly(
            "Pipelines_CreateRun: answer lost", "Pipelines_CreateRun: refused with 503");
    assertThat(faults.next("Factories_Get")).isEmpty();
    assertThat(faults.next("Pipelines_CreateRun")).contains(first);
    assertThat(faults.next("Pipelines_CreateRun")).isEmpty();
    assertThat(faults.next("Pipelines_CreateRun")).contains(third);
    assertThat(faults.next("Pipelines_CreateRun")).isEmpty();
    assertThat(faults.pending()).isEmpty();
  }

  @Test
  void canBeTakenBack() {
    faults.add("Factories_Get", Fault.lostRequest()).clear();

    assertThat(faults.next("Factories_Get")).isEmpty();
  }

  @Test
  void ofAnUnknownOperationAreRefusedWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.add("Pipeline_CreateRuns", Fault.lostAnswer()))
        .withMessage(
            "The emulator has no operation 'Pipeline_CreateRuns'. Did you mean"
                + " 'Pipelines_CreateRun'? faults().operations() lists all 2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.spare("Mail_Send"))
        .withMessage(
            "The emulator has no operation 'Mail_Send'. faults().operations() lists all 2.");
  }

  @Test
  void takeErrorsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.refused(200))
        .withMessage("Status 200 is no error. Give one from 400 to 599, such as 503.");
  }
}
