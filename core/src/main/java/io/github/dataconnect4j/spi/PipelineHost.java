package io.github.dataconnect4j.spi;

import java.util.Set;

/**
 * A place that runs pipelines, by name: a data factory, a workspace.
 *
 * <p>Implementations are immutable.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface PipelineHost {

  /** What kind of place, in Microsoft's words, such as {@code Data Factory}. */
  String kind();

  /** The name of the place. */
  String name();

  /** The resource providers that a subscription must have registered for it. */
  Set<String> providers();

  /**
   * The pipelines of the place. Calls nothing.
   *
   * @param account where the place is
   * @param resourceGroup its resource group
   * @throws IllegalArgumentException if the account is not of the kind that this host needs
   */
  Pipelines connect(CloudAccount account, String resourceGroup);
}
