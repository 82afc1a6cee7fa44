package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.pipeline.RunReport;
import java.time.Duration;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be said of how a run ended.
 *
 * <p>Confined to one thread.
 *
 * @since 0.1.0
 */
public final class RunReportAssert extends AbstractAssert<RunReportAssert, RunReport> {

  RunReportAssert(RunReport actual) {
    super(actual, RunReportAssert.class);
  }

  /** That the run's metadata tells of so many rows. */
  public RunReportAssert hasRows(long rows) {
    isNotNull();
    if (!actual.rows().equals(OptionalLong.of(rows))) {
      throw failureWithActualExpected(
          actual.rows(),
          rows,
          "Run %s was to report %s rows, and reports %s",
          actual.runId(),
          rows,
          actual.rows().isPresent() ? actual.rows().getAsLong() : "no number");
    }
    return this;
  }

  /** That the run wrote so many files, metadata not counted. */
  public RunReportAssert hasFiles(int files) {
    isNotNull();
    if (actual.files() != files) {
      throw failureWithActualExpected(
          actual.files(),
          files,
          "Run %s was to write %s files, and wrote %s",
          actual.runId(),
          files,
          actual.files());
    }
    return this;
  }

  /** That the run took no longer, by the service's clock. */
  public RunReportAssert tookAtMost(Duration longest) {
    isNotNull();
    if (actual.duration().compareTo(longest) > 0) {
      throw failureWithActualExpected(
          actual.duration(),
          longest,
          "Run %s was to take at most %s, and took %s",
          actual.runId(),
          longest,
          actual.duration());
    }
    return this;
  }
}
