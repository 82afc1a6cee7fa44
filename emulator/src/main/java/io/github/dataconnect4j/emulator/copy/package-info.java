/**
 * Data Connect's copy: what a pipeline run does as the emulator's time goes by.
 *
 * <p>Start at {@link io.github.dataconnect4j.emulator.copy.CopyEngine}.
 */
@NullMarked
package io.github.dataconnect4j.emulator.copy;

import org.jspecify.annotations.NullMarked;
