/** What the emulator remembers of what it was asked. */
@NullMarked
package io.github.dataconnect4j.emulator.history;

import org.jspecify.annotations.NullMarked;
