package io.github.dataconnect4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private final Problem problem = Problem.of("do it", "it is late.", "Come back tomorrow.");

  @Test
  void readsAsASentenceAndItsCure() {
    assertThat(problem.text()).isEqualTo("Could not do it: it is late. Come back tomorrow.");
    assertThat(problem.retry()).isEqualTo(Problem.Retry.NO);
    assertThat(problem.code()).isEmpty();
    assertThat(problem.requestId()).isEmpty();
    assertThat(problem.ids()).isEmpty();
  }

  @Test
  void addsWhatIsKnown() {
    Problem more =
        problem
            .withCode("LATE")
            .withRequestId(Optional.of("r-1"))
            .withRetry(Problem.Retry.YES)
            .andId("runId", "1")
            .andId("runKey", "2");

    assertThat(more.text())
        .isEqualTo("Could not do it: it is late. Come back tomorrow. [LATE] (request r-1)");
    assertThat(more.retry()).isEqualTo(Problem.Retry.YES);
    assertThat(more.ids()).isEqualTo(Map.of("runId", "1", "runKey", "2"));
    assertThat(problem.ids()).as("the original stays as it is").isEmpty();
  }

  @Test
  void isTheMessageOfItsException() {
    Throwable cause = new IllegalStateException("why");
    NotFoundException exception = new NotFoundException(problem, cause);

    assertThat(exception).hasMessage(problem.text()).hasCause(cause);
    assertThat(exception.problem()).isSameAs(problem);
  }
}
