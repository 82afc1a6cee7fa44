package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.time.WaitPolicy;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/**
 * What can be said of a run.
 *
 * <p>Confined to one thread.
 *
 * @since 0.1.0
 */
public final class PipelineRunAssert extends AbstractAssert<PipelineRunAssert, PipelineRun> {

  PipelineRunAssert(PipelineRun actual) {
    super(actual, PipelineRunAssert.class);
  }

  /** That it succeeds; waits for its end, at most 24 hours of its time. */
  public PipelineRunAssert succeeded() {
    report();
    return this;
  }

  /**
   * That it fails, or is cancelled; waits for its end, at most 24 hours of its time.
   *
   * @return an assertion of the error that waiting for it throws
   */
  public AbstractThrowableAssert<?, ? extends Throwable> failed() {
    isNotNull();
    try {
      RunReport report = actual.await(WaitPolicy.patient());
      throw failure("Run %s was to fail, and succeeded: %s", actual.id(), report);
    } catch (WaitEndedException e) {
      throw notEnded(e);
    } catch (DataConnectException e) {
      return Assertions.assertThat(e);
    }
  }

  /** That the last look found it in a stage. Does not look again. */
  public PipelineRunAssert isIn(RunStage stage) {
    isNotNull();
    if (actual.stage() != stage) {
      throw failureWithActualExpected(
          actual.stage(),
          stage,
          "Run %s was to be %s, and is %s. refresh() looks again.",
          actual.id(),
          stage,
          actual.stage());
    }
    return this;
  }

  /** Begins to say how many rows it wrote; waits for its success as {@link #succeeded()}. */
  public Written wrote(long rows) {
    report();
    return new Written(rows);
  }

  /** That it wrote no row; waits for its success as {@link #succeeded()}. */
  public PipelineRunAssert wroteNothing() {
    return wrote(0).rows();
  }

  private RunReport report() {
    isNotNull();
    try {
      return actual.await(WaitPolicy.patient());
    } catch (WaitEndedException e) {
      throw notEnded(e);
    } catch (DataConnectException e) {
      AssertionError error =
          failure("Run %s was to succeed, and did not:%n%s", actual.id(), e.getMessage());
      error.addSuppressed(e);
      throw error;
    }
  }

  private AssertionError notEnded(WaitEndedException e) {
    return failure("Run %s was to end, and has not:%n%s", actual.id(), e.getMessage());
  }

  /**
   * How many rows a run wrote; what they are comes next.
   *
   * <p>Confined to one thread.
   *
   * @since 0.1.0
   */
  public final class Written {

    private final long expected;

    private Written(long expected) {
      this.expected = expected;
    }

    /** Rows of whatever dataset. They are read and counted. */
    public PipelineRunAssert rows() {
      try (Rows<Row> rows = Extracts.of(actual).rows()) {
        return compare(rows.stream().count(), "rows");
      }
    }

    /** Rows of a dataset. They are read, counted, and hold no column that it does not have. */
    public PipelineRunAssert rowsOf(Dataset<?> dataset) {
      long count = 0;
      Set<String> unknown = new TreeSet<>();
      try (Rows<Row> rows = Extracts.of(actual).rows()) {
        for (Row row : rows) {
          count++;
          unknown.addAll(dataset.unknownColumns(row));
        }
      }
      unknown.removeAll(Catalog.builtIn().systemColumns());
      if (!unknown.isEmpty()) {
        throw failure(
            "Run %s was to write rows of %s, and wrote columns that it does not have: %s. Its"
                + " folder is %s",
            actual.id(), dataset.name(), unknown, actual.output().folder());
      }
      return compare(count, "rows of " + dataset.name());
    }

    private PipelineRunAssert compare(long count, String what) {
      if (count != expected) {
        throw failureWithActualExpected(
            count,
            expected,
            "Run %s was to write %s %s, and wrote %s into %s",
            actual.id(),
            expected,
            what,
            count,
            actual.output().folder());
      }
      return PipelineRunAssert.this;
    }
  }
}
