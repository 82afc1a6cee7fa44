/**
 * A copy in the JSON that Data Factory and Synapse both speak, without the way it travels.
 *
 * <p>For backend modules: implement {@link io.github.dataconnect4j.azure.pipelines.ArtifactStore}
 * and {@link io.github.dataconnect4j.azure.pipelines.RunService}; callers have no use for it.
 */
@NullMarked
package io.github.dataconnect4j.azure.pipelines;

import org.jspecify.annotations.NullMarked;
