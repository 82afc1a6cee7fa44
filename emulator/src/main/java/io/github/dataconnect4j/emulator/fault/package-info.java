/** What calls of the emulator are to meet, by order. */
@NullMarked
package io.github.dataconnect4j.emulator.fault;

import org.jspecify.annotations.NullMarked;
