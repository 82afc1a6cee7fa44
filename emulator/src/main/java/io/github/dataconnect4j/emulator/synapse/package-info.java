/**
 * Azure Synapse: workspaces, and the pipelines in them.
 *
 * <p>{@link io.github.dataconnect4j.emulator.synapse.SynapseProvider} serves workspaces under Azure
 * Resource Manager, {@link io.github.dataconnect4j.emulator.synapse.SynapseService} what is in
 * them. Artifacts, runs and engine are those of Data Factory.
 */
@NullMarked
package io.github.dataconnect4j.emulator.synapse;

import org.jspecify.annotations.NullMarked;
