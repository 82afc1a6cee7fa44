package io.github.dataconnect4j.azure.pipelines;

import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.models.ActivityRun;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one state of what a run and its copy activity tell.
 *
 * <p>No page shows the output of an Office 365 copy, nor which key holds the stage that the
 * monitoring page shows; it is looked for where other copies have theirs, and never relied upon.
 */
final class RunReading {

  private RunReading() {}

  /**
   * The state of a run.
   *
   * @param activities its activity runs, in any order
   * @param now what to take for the start of a run that has not started yet
   */
  static RunState read(PipelineRunInner run, List<ActivityRun> activities, Instant now) {
    Optional<ActivityRun> copy =
        activities.stream()
            .filter(one -> "Copy".equals(one.activityType()))
            .max(Comparator.comparing(RunReading::startOf));
    Map<?, ?> output = copy.map(one -> map(one.output())).orElse(Map.of());
    String status = text(run.status());
    String detail = status.equals("InProgress") ? detail(output) : "";
    RunStage stage = stage(status, detail);
    return new RunState(
        text(run.runId()),
        text(run.pipelineName()),
        parameters(run.parameters()),
        stage,
        detail.isEmpty() ? status : detail,
        instant(run.runStart()).or(() -> instant(run.lastUpdated())).orElse(now),
        stage.isFinal() ? instant(run.runEnd()) : Optional.empty(),
        number(output.get("dataWritten")),
        number(output.get("filesWritten")),
        stage == RunStage.FAILED ? Optional.of(failure(run, copy)) : Optional.empty(),
        columns(activities));
  }

  // A loop runs one activity several times: with other columns each time, none are told.
  private static Map<String, List<String>> columns(List<ActivityRun> activities) {
    Map<String, Set<List<String>>> ran = new LinkedHashMap<>();
    for (ActivityRun activity : activities) {
      if ("Copy".equals(activity.activityType())) {
        OutputColumns.evaluated(map(activity.input()).get("source"))
            .ifPresent(
                columns ->
                    ran.computeIfAbsent(text(activity.activityName()), name -> new HashSet<>())
                        .add(columns));
      }
    }
    Map<String, List<String>> told = new LinkedHashMap<>();
    ran.forEach(
        (activity, columns) -> {
          if (columns.size() == 1) {
            told.put(activity, columns.iterator().next());
          }
        });
    return told;
  }

  private static RunStage stage(String status, String detail) {
    return switch (status) {
      case "Queued" -> RunStage.QUEUED;
      case "InProgress" -> stage(detail);
      case "Succeeded" -> RunStage.SUCCEEDED;
      case "Failed" -> RunStage.FAILED;
      case "Canceled", "Cancelled" -> RunStage.CANCELLED;
      // "Canceling" too: it still runs, and no stage of ours says so.
      default -> RunStage.UNRECOGNIZED;
    };
  }

  // Microsoft's pages spell the stages with and without blanks.
  private static RunStage stage(String detail) {
    return switch (detail.replace(" ", "").toLowerCase(Locale.ROOT)) {
      case "", "queued", "initializing" -> RunStage.INITIALIZING;
      case "requestingconsent", "consentpending" -> RunStage.WAITING_FOR_APPROVAL;
      case "extractingdata", "inprogress" -> RunStage.EXTRACTING;
      case "persistingdata", "succeeded" -> RunStage.PERSISTING;
      default -> RunStage.UNRECOGNIZED;
    };
  }

  private static String detail(Map<?, ?> output) {
    return output.get("executionDetails") instanceof List<?> details && !details.isEmpty()
        ? text(map(details.get(0)).get("status"))
        : "";
  }

  private static Failure failure(PipelineRunInner run, Optional<ActivityRun> copy) {
    Map<?, ?> error = copy.map(one -> map(one.error())).orElse(Map.of());
    String message = text(error.get("message"));
    return new Failure(
        text(error.get("errorCode")),
        message.isBlank() ? text(run.message()) : message,
        Optional.of(text(error.get("target")))
            .filter(Predicate.not(String::isBlank))
            .orElseGet(() -> copy.map(one -> text(one.activityName())).orElse("")));
  }

  private static Map<String, String> parameters(@Nullable Map<String, String> parameters) {
    Map<String, String> known = new LinkedHashMap<>();
    if (parameters != null) {
      parameters.forEach((key, value) -> known.put(key, text(value)));
    }
    return known;
  }

  private static OptionalLong number(@Nullable Object value) {
    try {
      return value == null
          ? OptionalLong.empty()
          : OptionalLong.of(new BigDecimal(value.toString()).longValue());
    } catch (NumberFormatException notNumber) {
      return OptionalLong.empty();
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static Instant startOf(ActivityRun activity) {
    return instant(activity.activityRunStart()).orElse(Instant.MIN);
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
