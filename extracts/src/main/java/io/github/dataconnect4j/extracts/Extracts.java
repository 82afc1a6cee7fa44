package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one run wrote, read row by row: memory does not grow with the number of rows.
 *
 * <p>Files are read one after another in the order of their names, and what lies beneath {@code
 * metadata/} is not rows. A file may be any sequence of JSON objects: one a line, as the service
 * documents it, or glued, spread over lines, in a top-level array, as Microsoft's samples also
 * show; UTF-8, or UTF-16 with a byte order mark. A row may have {@value #LONGEST_ROW} bytes, and
 * may nest {@value #DEEPEST_ROW} levels deep.
 *
 * <p>Thread-safe; the {@link Rows} that it gives are not.
 *
 * @since 0.1.0
 */
public final class Extracts {

  /** The most bytes of one row, unless {@link #withLongestRow} says otherwise: 32 MiB. */
  public static final int LONGEST_ROW = 32 * 1024 * 1024;

  /** The most levels of objects and arrays in one row, the row itself counted. */
  public static final int DEEPEST_ROW = 200;

  private final ExtractFiles files;
  private final int longestRow;

  private Extracts(ExtractFiles files, int longestRow) {
    this.files = files;
    this.longestRow = longestRow;
  }

  /**
   * What a run wrote, once it has succeeded. Reads nothing yet. Its rows are refused before: {@link
   * #rows()} looks once at a run that had not ended when it was last looked at.
   */
  public static Extracts of(PipelineRun run) {
    return new Extracts(new RunFiles(run), LONGEST_ROW);
  }

  /**
   * What a run wrote until now, whether it goes on, failed, or has all of it. Reads nothing yet.
   */
  public static Extracts soFarOf(PipelineRun run) {
    return new Extracts(new FilesSoFar(new RunFiles(run)), LONGEST_ROW);
  }

  /**
   * What lies in a folder of this machine: the files beneath it whose names end in {@code .json}.
   *
   * @throws IllegalArgumentException if there is no such folder
   */
  public static Extracts in(Path folder) {
    return new Extracts(new FolderFiles(folder), LONGEST_ROW);
  }

  /**
   * One file of this machine, whatever its name.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static Extracts of(Path file) {
    return new Extracts(new OneFile(file), LONGEST_ROW);
  }

  /**
   * The same with another limit to the length of a row, for mail with large attachments. The limit
   * bounds what a broken file can cost in memory, which is a few times as much.
   *
   * @param bytes the most bytes of one row; a little more may be let through
   * @throws IllegalArgumentException if it is not positive
   */
  public Extracts withLongestRow(int bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException(
          "The longest row is " + bytes + " bytes. Give a positive number, such as LONGEST_ROW.");
    }
    return new Extracts(files, bytes);
  }

  /**
   * All rows, to be read once. Files are listed when reading begins.
   *
   * <p>Reading throws {@link UnreadableDataException} where a file is not what it must be, naming
   * file, line and column and never a value, and other {@link DataConnectException}s where the
   * files cannot be reached.
   *
   * @throws IllegalStateException if they are those of a run that has not succeeded
   */
  public Rows<Row> rows() {
    files.requireWhole();
    return read(row -> row);
  }

  /**
   * As {@link #rows()}, each row read as one of a dataset.
   *
   * <p>Of a run it is known what it copied, see {@link RunOutput#selection()}: the accessor of a
   * column that it did not copy refuses, but for those that tell whose a row is. Of other files
   * that is unknown, as it is of some runs of pipelines made by hand: then nothing is checked, and
   * a column that they do not have reads as empty.
   *
   * @throws IllegalArgumentException if the run copied another dataset
   * @throws IllegalStateException if the run has not succeeded
   */
  public <R extends Row> Rows<R> rows(Dataset<R> dataset) {
    files.requireWhole();
    return read(new CopiedColumns(files.selection()).reading(dataset));
  }

  /**
   * As {@link #rows(Dataset)}, of some columns: the accessors of the others refuse.
   *
   * @param selection no more than was copied
   * @throws IllegalArgumentException if the selection is of another dataset, or if it is known that
   *     one of its columns was not copied
   * @throws IllegalStateException if the run has not succeeded
   */
  public <R extends Row> Rows<R> rows(Dataset<R> dataset, Selection<R> selection) {
    files.requireWhole();
    return read(new CopiedColumns(files.selection()).reading(dataset, selection));
  }

  private <R extends Row> Rows<R> read(Function<Row, R> reading) {
    return new Rows<>(files.toString(), files::rows, longestRow, reading);
  }

  /**
   * What the run says of itself, such as {@code NumberOfRowsExtracted}; empty where it does not.
   * Microsoft publishes the fields for Viva datasets only.
   *
   * @throws UnreadableDataException if the file is not a JSON object
   */
  public Optional<Row> metadata() {
    List<ExtractFile> found = files.metadata().stream().filter(Extracts::isJobMetadata).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Rows<Row> rows = new Rows<>(files.toString(), () -> found, longestRow, row -> row)) {
      return rows.stream().findFirst();
    }
  }

  // "metadata/JobMetadata", or "Metadata.json" for Viva: neither page shows the whole path.
  private static boolean isJobMetadata(ExtractFile file) {
    String name = file.name();
    return name.substring(name.lastIndexOf('/') + 1).matches("(?i)(Job)?Metadata(\\.json)?");
  }

  @Override
  public String toString() {
    return "extracts in " + files;
  }
}
