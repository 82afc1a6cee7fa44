/**
 * Pipelines on Azure Synapse Analytics.
 *
 * <p>Start at {@link io.github.dataconnect4j.synapse.Synapse}.
 */
@NullMarked
package io.github.dataconnect4j.synapse;

import org.jspecify.annotations.NullMarked;
