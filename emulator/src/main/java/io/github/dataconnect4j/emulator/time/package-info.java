/** The emulator's clock: virtual, to be moved by tests, or the machine's. */
@NullMarked
package io.github.dataconnect4j.emulator.time;

import org.jspecify.annotations.NullMarked;
