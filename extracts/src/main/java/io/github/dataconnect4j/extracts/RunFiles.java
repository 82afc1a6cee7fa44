package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.util.List;

/** The files of a run, where it wrote them. */
record RunFiles(RunOutput output) implements ExtractFiles {

  @Override
  public List<ExtractFile> rows() {
    return files(output.files());
  }

  @Override
  public List<ExtractFile> metadata() {
    return files(output.metadataFiles());
  }

  private List<ExtractFile> files(List<StoredFile> stored) {
    return stored.stream()
        .map(file -> new ExtractFile(file.path(), () -> output.open(file)))
        .toList();
  }

  @Override
  public String toString() {
    return output.toString();
  }
}
