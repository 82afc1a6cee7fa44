package io.github.dataconnect4j.conformance;

/**
 * A call that trouble can be ordered for, in the kit's own words. A fixture knows the far side's
 * name for it, such as {@code Pipelines_CreateRun} of Data Factory and {@code
 * Pipeline_CreatePipelineRun} of Synapse.
 *
 * @since 0.1.0
 */
public enum Call {
  /** Writes a pipeline. */
  PUT_PIPELINE,
  /** Starts a run. */
  CREATE_RUN,
  /** Looks at one run. */
  GET_RUN,
  /** Creates an application in the directory. */
  CREATE_APPLICATION
}
