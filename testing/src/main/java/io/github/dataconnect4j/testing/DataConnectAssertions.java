package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;

/**
 * AssertJ assertions in the words of Data Connect. Import {@code assertThat} of this class beside
 * AssertJ's own.
 *
 * <p>Thread-safe; the assertions that it gives are confined to one thread.
 *
 * @since 0.1.0
 */
public final class DataConnectAssertions {

  private DataConnectAssertions() {}

  /** Of a run, which is waited for where that is needed. */
  public static PipelineRunAssert assertThat(PipelineRun actual) {
    return new PipelineRunAssert(actual);
  }

  /** Of how a run ended. Calls nothing. */
  public static RunReportAssert assertThat(RunReport actual) {
    return new RunReportAssert(actual);
  }

  /** Of a consent, as its last look found it. Calls nothing: {@code app.consent()} looks anew. */
  public static ConsentRequestAssert assertThat(ConsentRequest actual) {
    return new ConsentRequestAssert(actual);
  }
}
