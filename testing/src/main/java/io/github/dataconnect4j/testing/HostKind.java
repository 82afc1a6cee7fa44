package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.synapse.Synapse;

/**
 * What runs the pipelines of a test.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum HostKind {
  /** Azure Data Factory. */
  DATA_FACTORY("Pipelines_CreateRun") {
    @Override
    PipelineHost named(String name) {
      return DataFactory.named(name);
    }
  },
  /** An Azure Synapse workspace. */
  SYNAPSE("Pipeline_CreatePipelineRun") {
    @Override
    PipelineHost named(String name) {
      return Synapse.named(name);
    }
  };

  private final String startOperation;

  HostKind(String startOperation) {
    this.startOperation = startOperation;
  }

  /** The operation that starts a run on such a host, for faults that are to hit it. */
  public String startOperation() {
    return startOperation;
  }

  abstract PipelineHost named(String name);
}
