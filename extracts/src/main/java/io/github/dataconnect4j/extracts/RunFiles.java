package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All files of a run that succeeded, where it wrote them. */
record RunFiles(PipelineRun run) implements ExtractFiles {

  RunFiles {
    Objects.requireNonNull(run, "run");
  }

  @Override
  public void requireWhole() {
    RunStage stage = run.stage().isFinal() ? run.stage() : run.refresh().stage();
    if (stage != RunStage.SUCCEEDED) {
      throw new IllegalStateException(
          "Run "
              + run.id()
              + " has not succeeded: it is in stage "
              + stage
              + ", and its rows are not all there. "
              + (stage.isFinal()
                  ? "run.await(…) tells why; start another."
                  : "Wait for its end first: run.await(WaitPolicy.patient()).")
              + " Extracts.soFarOf(run) reads what there is.");
    }
  }

  @Override
  public Optional<Selection<?>> selection() {
    return run.output().selection();
  }

  @Override
  public List<ExtractFile> rows() {
    return files(run.output().files());
  }

  @Override
  public List<ExtractFile> metadata() {
    return files(run.output().metadataFiles());
  }

  private List<ExtractFile> files(List<StoredFile> stored) {
    return stored.stream()
        .map(file -> new ExtractFile(file.path(), () -> run.output().open(file)))
        .toList();
  }

  @Override
  public String toString() {
    return run.output().toString();
  }
}
