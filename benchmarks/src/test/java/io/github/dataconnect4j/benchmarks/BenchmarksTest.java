package io.github.dataconnect4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That everything runs and finds what it should; never how long it takes. */
class BenchmarksTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String run(String... arguments) throws Exception {
    Benchmarks.run(out, arguments);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Tag("thorough")
  void measuresStartCopyAndReading() throws Exception {
    assertThat(run("--rounds", "1", "--users", "2", "--messages", "3"))
        .containsSubsequence(
            "Start of the emulator: median of 1",
            StartTimes.EMPTY,
            StartTimes.LAUNCH,
            StartTimes.START,
            FirstAnswers.EMULATOR,
            FirstAnswers.ALONE,
            FirstAnswers.AZURITE,
            StartTimes.WARM,
            StartTimes.WARM_ALONE,
            "Copy and read",
            "6 rows of ",
            "copy by the emulator",
            "rows from the emulator, over HTTPS",
            "x the speed of Jackson's maps from files")
        .doesNotContain("WARN");
  }

  @Test
  @Tag("thorough")
  void measuresTheStartAlone() throws Exception {
    assertThat(run("--start", "--rounds", "1"))
        .containsSubsequence(FirstAnswers.EMULATOR, "x as long as with Data Factory alone")
        .containsSubsequence(StartTimes.WARM, "x as long as with Data Factory alone")
        .doesNotContain("Copy and read");
  }

  @Test
  void tellsWhyAServerDidNotListen() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Launch.of(FreshJvm.quiet(StartTimes.Nothing.class)))
        .withMessageContaining("did not listen");
  }

  @Test
  void copiesAndReadsALargeTenantInASmallHeap() throws Exception {
    assertThat(run("--large", "--heap", "64m", "--users", "2", "--messages", "3"))
        .containsSubsequence("-Xmx64m", "6 rows, ", "largest heap allowed ");
  }

  @Test
  void tellsItsOptionsToWhomeverGetsThemWrong() throws Exception {
    assertThat(run("--rounds", "none"))
        .startsWith("--rounds needs a whole number above zero.")
        .contains("--large");
  }

  @Test
  void refusesReadersThatDoNotAgree() {
    Tally one = new Tally();
    one.add(Optional.of("abc"));
    Tally other = new Tally();
    other.add(Optional.of("ab"));

    assertThatIllegalStateException()
        .isThrownBy(() -> one.requireSameAs(other))
        .withMessage(
            "A reader found 1 rows, 3 characters of subjects, not 1 rows, 2 characters of"
                + " subjects.");
  }

  @Test
  void tellsWhyAFreshJvmFailed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> FreshJvm.run(LargeTenant.class, List.of(), "no number"))
        .withMessageContaining("ended with 1")
        .withMessageContaining("no number");
  }
}
