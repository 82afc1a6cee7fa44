/**
 * How the emulator knows what it does: each operation and each behavior with its source.
 *
 * <p>Start at {@link io.github.dataconnect4j.emulator.truth.Operation}.
 */
@NullMarked
package io.github.dataconnect4j.emulator.truth;

import org.jspecify.annotations.NullMarked;
