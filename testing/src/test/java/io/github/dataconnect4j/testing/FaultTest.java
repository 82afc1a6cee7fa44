package io.github.dataconnect4j.testing;

import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@DataConnectTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTest {

  @Test
  @Fault(operation = "Pipelines_CreateRun", kind = FaultKind.REFUSED, status = 400, nth = 2)
  void theNthCallIsHit(DataConnectApp app, VirtualTime time) {
    assertThat(Mail.copy(app, time)).succeeded();
    assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> Mail.copy(app, time));
    assertThat(Mail.copy(app, time)).succeeded();
  }

  @Test
  @Order(1)
  @Fault(operation = "Factories_Get", kind = FaultKind.ANSWERED, nth = 90)
  @Fault(operation = "Factories_Get", kind = FaultKind.THROTTLED, retryAfterSeconds = 7, nth = 91)
  @Fault(operation = "Pipelines_Get", kind = FaultKind.LOST_REQUEST, nth = 92)
  void manyCanBeOrdered(DataConnectEmulator emulator) {
    assertThat(emulator.faults().pending())
        .containsExactly(
            "Factories_Get: carried out, answered with 503",
            "Factories_Get: throttled for 7 s",
            "Pipelines_Get: request lost");
  }

  @Test
  @Order(2)
  void whatNoCallMetIsTakenBack(DataConnectEmulator emulator) {
    assertThat(emulator.faults().pending()).isEmpty();
  }

  @Test
  void twoForOneCallAndACallBeforeTheFirstAreRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FaultOrder(List.of(fault("A_Get", 1), fault("A_Get", 1), fault("B_Get", 0))))
        .withMessage(
            "Two @Faults are for call 1 of A_Get. Give them different nth."
                + System.lineSeparator()
                + "@Fault is for call 0 of B_Get. The first call is nth = 1.");
  }

  @SuppressWarnings("BadAnnotationImplementation") // never compared with one of the compiler's
  private static Fault fault(String operation, int nth) {
    return new Fault() {
      @Override
      public String operation() {
        return operation;
      }

      @Override
      public FaultKind kind() {
        return FaultKind.LOST_ANSWER;
      }

      @Override
      public int nth() {
        return nth;
      }

      @Override
      public int status() {
        return 503;
      }

      @Override
      public int retryAfterSeconds() {
        return 30;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return Fault.class;
      }
    };
  }
}
