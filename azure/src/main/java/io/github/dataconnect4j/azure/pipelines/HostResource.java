package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import java.util.Optional;

/**
 * A host itself and its integration runtimes, in Azure Resource Manager: what Data Factory and
 * Synapse do not share.
 *
 * <p>Implementations are thread-safe, and throw this library's exceptions only.
 *
 * @since 0.1.0
 */
public interface HostResource {

  /** Whether it is there and can be used. */
  boolean stands();

  /** Makes it; one that exists is left as it is. Returns when it can be used. */
  void create(HostSpec host);

  /** Where a runtime computes; empty if there is none of that name. */
  Optional<RuntimeRegion> findRuntime(String runtime);

  /** Makes a runtime that is not there. */
  void createRuntime(String runtime, Region region);

  /** The host, as a message names it. */
  @Override
  String toString();
}
