/**
 * Public only for the sake of the backends and the emulator, which do these things as {@code core}
 * does: no caller of the library needs this package.
 *
 * <p>Start at {@link io.github.dataconnect4j.shared.Waiting}.
 */
@NullMarked
package io.github.dataconnect4j.shared;

import org.jspecify.annotations.NullMarked;
