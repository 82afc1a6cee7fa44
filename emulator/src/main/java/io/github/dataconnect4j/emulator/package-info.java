/**
 * Microsoft 365 and Azure, as far as Data Connect needs them, inside this JVM.
 *
 * <p>Start at {@link io.github.dataconnect4j.emulator.DataConnectEmulator}.
 */
@NullMarked
package io.github.dataconnect4j.emulator;

import org.jspecify.annotations.NullMarked;
