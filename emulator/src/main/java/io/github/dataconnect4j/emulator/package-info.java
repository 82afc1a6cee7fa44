/** Placeholder. */
@NullMarked
package io.github.dataconnect4j.emulator;

import org.jspecify.annotations.NullMarked;
