package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pipeline that somebody made by hand, as it stood when it was asked for.
 *
 * <p>Where it writes is read from its copy activity and that activity's sink dataset, whose folder
 * may be text, parameters of pipeline and dataset, {@code pipeline().RunId}, and {@code concat} and
 * interpolation of these. What else an expression may say, the host alone can tell: then {@link
 * #readingFrom} must. Files are read from the landing's storage account, since the service delivers
 * to no other than the registered one.
 *
 * <p>The service never cleans a folder. Where the path has the run's id in it, or the parameter
 * {@code runKey}, the folder is the run's own, and everything in it is the run's. Any other folder
 * may be shared: then a run's files are those directly in it, and in its {@code metadata/}, that
 * were last changed between the run's start and a minute after its end. So two runs that write into
 * one folder at the same time read each other's rows, and a file that was changed since is in no
 * run. Until the run has been looked at once, it has no files.
 *
 * <p>Each step gives a new handle. For calling, not for implementing: methods may be added.
 * Immutable.
 *
 * @since 0.1.0
 */
public interface ExistingPipeline {

  String name();

  /** The names of the parameters that it declares. */
  Set<String> parameters();

  /** The names of its activities that copy from Microsoft 365. */
  List<String> copies();

  /**
   * The same pipeline, of which one copy activity's rows are read; needed where there are several.
   *
   * @throws IllegalArgumentException if it has no such activity
   */
  ExistingPipeline readingCopy(String activity);

  /**
   * The same pipeline, whose rows are read from a folder of the landing's container, whatever the
   * pipeline says.
   *
   * @param folder without a slash at either end; empty for the container's root
   */
  ExistingPipeline readingFrom(String folder);

  /**
   * Starts the pipeline and returns at once.
   *
   * <p>Consent is not checked first, since dataset, columns and scope may be expressions: the
   * service judges, and {@link PipelineRun#await} tells its verdict.
   *
   * <p>If the pipeline declares a parameter {@code runKey}, it gets a key that tells the run from
   * all others. A start whose answer was lost is then looked up by it. Without that parameter it
   * cannot be looked up, and its outcome is unknown at once.
   *
   * @param parameters the values, each sent as text; those with a default value may be left out,
   *     and {@code runKey} must be
   * @throws IllegalArgumentException if a parameter is missing or unknown; every fault is named
   * @throws NotFoundException if it cannot be told where the run will write
   * @throws OutcomeUnknownException if the start was sent and not answered, and no run with its key
   *     showed up within two minutes, or it has none
   */
  PipelineRun start(Map<String, String> parameters);

  /**
   * A run of this pipeline, started by anybody.
   *
   * @throws NotFoundException if the host knows no such run of this pipeline, or it cannot be told
   *     where it writes
   */
  PipelineRun attach(String runId);
}
