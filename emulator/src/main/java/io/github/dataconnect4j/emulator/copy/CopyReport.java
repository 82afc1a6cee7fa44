package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.copy.CopyJob.Written;
import io.github.dataconnect4j.emulator.datafactory.ActivityRun;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.time.Duration;
import java.time.Instant;

/**
 * What a copy tells of itself: the activity's output while it runs and when it is done, and the
 * metadata file.
 *
 * <p>No source shows the output of a Data Connect copy. The keys are those of any copy activity
 * ({@code copy-activity-monitoring.md}); the stage stands where that page has the status of the one
 * execution. The metadata follows the one published schema, that of Viva Insights drops, without
 * the fields for keys.
 */
final class CopyReport {

  private final CopyOrder order;
  private final ActivityRun activity;
  private final Instant submitted;

  /**
   * @param submitted when the run was asked for
   */
  CopyReport(CopyOrder order, ActivityRun activity, Instant submitted) {
    this.order = order;
    this.activity = activity;
    this.submitted = submitted;
  }

  /** The output at a stage, before anything is written. */
  ObjectNode at(String stage, Instant now) {
    return output(stage, now);
  }

  /** The output when all is done. */
  ObjectNode done(Written written, Instant now) {
    ObjectNode output = output("Succeeded", now);
    output.put("dataRead", written.bytes()).put("dataWritten", written.bytes());
    output.put("filesWritten", written.files());
    output.put("sourcePeakConnections", written.jobs()).put("sinkPeakConnections", written.jobs());
    if (order.sink().countsRows()) {
      output.put("rowsRead", written.rows()).put("rowsCopied", written.rows());
    }
    double seconds = Math.max(1, Duration.between(activity.start(), now).toSeconds());
    output.put("throughput", Math.round(written.bytes() / 1024.0 / seconds * 1000) / 1000.0);
    return output.put("usedParallelCopies", written.jobs());
  }

  private ObjectNode output(String stage, Instant now) {
    CopyBehavior.STAGE_IN_OUTPUT.observe();
    long seconds = Duration.between(activity.start(), now).toSeconds();
    long queued = Duration.between(submitted, activity.start()).toSeconds();
    ObjectNode output = Json.object();
    output.put("copyDuration", seconds);
    output.putArray("errors");
    output.put("effectiveIntegrationRuntime", order.runtime().toString());
    output.put("usedDataIntegrationUnits", 4);
    ObjectNode execution = output.putArray("executionDetails").addObject();
    execution.putObject("source").put("type", "Office365");
    execution.putObject("sink").put("type", order.sink().store());
    execution.put("status", stage).put("start", activity.start().toString());
    execution.put("duration", seconds);
    execution
        .putObject("detailedDurations")
        .put("queuingDuration", queued)
        .put("transferDuration", seconds);
    output.putObject("durationInQueue").put("integrationRuntimeQueue", queued);
    return output;
  }

  ObjectNode metadata(Written written, String factory, String resultId, Instant now) {
    CopyBehavior.METADATA.observe();
    ObjectNode metadata = Json.object();
    metadata.put("CopyActivityId", activity.id());
    metadata.put("JobSubmissionTime", submitted.toString());
    metadata.put("JobCompletionTime", now.toString());
    metadata.put("RequestStartDate", order.filter().path("startTime").asText());
    metadata.put("RequestEndDate", order.filter().path("endTime").asText());
    metadata.put("ColumnsRequested", String.join(",", order.columns()));
    metadata.put("NumberOfRowsExtracted", written.rows());
    metadata.put("DataFactoryName", factory);
    metadata.put("TenantId", order.tenantId());
    metadata.put("Errors", "");
    metadata.put("TableName", order.table());
    metadata.put("ApplicationId", order.reader().applicationId());
    metadata.put("OfficeGeo", order.runtime().officeRegion().map(Enum::name).orElse("UNKNOWN"));
    return metadata.put("ExtractionResultId", resultId);
  }
}
