/** What the emulated services know of each other. */
@NullMarked
package io.github.dataconnect4j.emulator.world;

import org.jspecify.annotations.NullMarked;
