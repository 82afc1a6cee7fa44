package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.Pipelines;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the runs of a pipeline of others' write.
 *
 * @param pipeline the pipeline
 * @param folders the folders to read from
 * @param copy the activity whose rows are wanted; empty for the only one
 * @param folder what the caller says instead of the pipeline
 */
record HandmadeOutput(
    FoundPipeline pipeline, OutputFolders folders, Optional<String> copy, Optional<String> folder) {

  static HandmadeOutput of(FoundPipeline pipeline, OutputFolders folders) {
    return new HandmadeOutput(pipeline, folders, Optional.empty(), Optional.empty());
  }

  HandmadeOutput ofCopy(String activity) {
    return new HandmadeOutput(pipeline, folders, Optional.of(activity), folder);
  }

  HandmadeOutput in(String path) {
    Objects.requireNonNull(path, "folder");
    return new HandmadeOutput(pipeline, folders, copy, Optional.of(path));
  }

  /**
   * Refuses a pipeline whose place cannot be told.
   *
   * @throws NotFoundException naming the expression, or the activities to choose from
   */
  void requireKnown() {
    if (folder.isEmpty()) {
      parts();
    }
  }

  /**
   * The place that one run writes to.
   *
   * @param parameters the values of all its parameters
   */
  OutputPlace place(String runId, Map<String, String> parameters) {
    if (folder.isPresent()) {
      return OutputPlace.shared(folders.at(closed(folder.get())));
    }
    List<Part> parts = parts();
    String path =
        parts.stream()
            .map(part -> value(part, runId, parameters))
            .collect(Collectors.joining())
            .replaceFirst("^/+", "");
    int slash = path.indexOf('/');
    String container = slash < 0 ? path : path.substring(0, slash);
    if (container.isEmpty()) {
      throw unknown("its sink dataset names no container.");
    }
    StoredOutput output = folders.at(container, slash < 0 ? "" : closed(path.substring(slash)));
    return parts.stream().anyMatch(HandmadeOutput::isTheRunsOwn)
        ? OutputPlace.own(output)
        : OutputPlace.shared(output);
  }

  private List<Part> parts() {
    List<Part> parts = chosen().sink().parts();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.UNRESOLVED) {
        throw unknown("its sink is given by what only the host can evaluate: " + part.text());
      }
    }
    return parts;
  }

  /**
   * What a run copies: unknown where the pipeline hides it, or where several copies may be meant.
   */
  Copied copied() {
    List<FoundCopy> fitting = fitting();
    if (fitting.size() != 1) {
      return run -> Optional.empty();
    }
    FoundCopy one = fitting.get(0);
    return run ->
        Catalog.builtIn()
            .find(one.dataset())
            .flatMap(
                dataset ->
                    Copied.selection(
                        dataset,
                        run.map(state -> state.columns().get(one.activity()))
                            .orElse(one.columns())));
  }

  private List<FoundCopy> fitting() {
    return pipeline.copies().stream()
        .filter(one -> copy.isEmpty() || copy.get().equals(one.activity()))
        .toList();
  }

  private FoundCopy chosen() {
    List<FoundCopy> fitting = fitting();
    if (fitting.isEmpty()) {
      throw unknown("it has no activity of its own that copies from Microsoft 365.");
    }
    if (fitting.size() > 1) {
      throw unknown(
          "it has several activities that copy from Microsoft 365: "
              + fitting.stream()
                  .map(one -> "'" + one.activity() + "' (" + one.dataset() + ")")
                  .collect(Collectors.joining(", "))
              + ". Choose with readingCopy(…).");
    }
    return fitting.get(0);
  }

  private String value(Part part, String runId, Map<String, String> parameters) {
    return switch (part.kind()) {
      case TEXT -> part.text();
      case RUN_ID -> runId;
      case PARAMETER ->
          Optional.ofNullable(parameters.get(part.text()))
              .orElseThrow(
                  () -> unknown("the run has no value for its parameter '" + part.text() + "'."));
      case UNRESOLVED -> throw new IllegalStateException("Refused before: " + part);
    };
  }

  private static boolean isTheRunsOwn(Part part) {
    return part.kind() == Part.Kind.RUN_ID
        || (part.kind() == Part.Kind.PARAMETER && part.text().equals(Pipelines.RUN_KEY));
  }

  private static String closed(String path) {
    String plain = path.replaceAll("^/+|/+$", "");
    return plain.isEmpty() ? "" : plain + "/";
  }

  private NotFoundException unknown(String reason) {
    return new NotFoundException(
        Problem.of(
                "tell where pipeline '" + pipeline.name() + "' writes",
                reason,
                "Say the folder in the landing's container yourself: readingFrom(\"mail/2026\").")
            .withCode("OUTPUT_UNKNOWN")
            .andId("pipeline", pipeline.name()),
        null);
  }
}
