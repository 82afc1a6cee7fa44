/**
 * The emulator as a program of its own, for clients in any language. Start with {@link
 * io.github.dataconnect4j.emulator.standalone.StandaloneEmulator}.
 */
@NullMarked
package io.github.dataconnect4j.emulator.standalone;

import org.jspecify.annotations.NullMarked;
