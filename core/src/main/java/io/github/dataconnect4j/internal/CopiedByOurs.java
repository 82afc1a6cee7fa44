package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run of one of our pipelines copies, started by whatever process: what its activity was run
 * with, or else what the pipeline asks for now. Thread-safe.
 */
final class CopiedByOurs implements Copied {

  private final Pipelines pipelines;
  private final String pipeline;
  private final Dataset<?> dataset;
  // What the pipeline asks for; read once, when it is first needed.
  private @Nullable List<String> defined;

  CopiedByOurs(Pipelines pipelines, String pipeline, Dataset<?> dataset) {
    this.pipelines = pipelines;
    this.pipeline = pipeline;
    this.dataset = dataset;
  }

  @Override
  public Optional<Selection<?>> of(Optional<RunState> run) {
    // Our pipelines have one activity.
    List<String> columns =
        run.flatMap(state -> state.columns().values().stream().findFirst())
            .orElseGet(this::defined);
    return Copied.selection(dataset, columns);
  }

  private synchronized List<String> defined() {
    List<String> known = defined;
    if (known == null) {
      known =
          pipelines.describe(pipeline).map(FoundPipeline::copies).stream()
              .flatMap(List::stream)
              .findFirst()
              .map(FoundPipeline.FoundCopy::columns)
              .orElse(List.of());
      defined = known;
    }
    return known;
  }
}
