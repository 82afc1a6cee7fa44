/**
 * How errors are worded, in one place. Public only for the sake of the backends and the emulator:
 * no caller of the library needs this package.
 */
@NullMarked
package io.github.dataconnect4j.wording;

import org.jspecify.annotations.NullMarked;
