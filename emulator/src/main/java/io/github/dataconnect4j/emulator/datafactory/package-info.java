/**
 * Azure Data Factory: linked services, datasets, pipelines and their runs.
 *
 * <p>{@link io.github.dataconnect4j.emulator.datafactory.Factory} is the state, independent of the
 * paths it is reached by; {@link io.github.dataconnect4j.emulator.datafactory.DataFactoryProvider}
 * serves it under Azure Resource Manager. Synapse serves the same state on another path.
 */
@NullMarked
package io.github.dataconnect4j.emulator.datafactory;

import org.jspecify.annotations.NullMarked;
