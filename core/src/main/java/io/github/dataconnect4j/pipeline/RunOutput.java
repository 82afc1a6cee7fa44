package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.dataset.Selection;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The files of one run, read from where it wrote them.
 *
 * <p>The caller's credential must be allowed to read blobs there; applying a landing grants that.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RunOutput {

  /** The folder, beneath the run's own, that holds what describes the run. */
  String METADATA = "metadata/";

  /**
   * The run's folder within the container, with a closing slash; empty for the container's root.
   */
  String folder();

  /**
   * The dataset and the columns that the run copies: of a run that was started here, what was
   * asked; of another, what its copy activity was run with, or else what its pipeline asks for.
   * Empty is unknown: a pipeline made by hand may hide them behind an expression, or copy what the
   * catalog does not have.
   *
   * <p>May ask the host, once, when it is first called.
   */
  Optional<Selection<?>> selection();

  /** The files with rows, in the order of their names. */
  List<StoredFile> files();

  /** The files that describe the run. */
  List<StoredFile> metadataFiles();

  /** Opens a file, from its first byte. The caller closes the stream. */
  InputStream open(StoredFile file);
}
