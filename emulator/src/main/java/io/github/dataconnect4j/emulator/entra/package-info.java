/**
 * Microsoft Entra's sign-in service: who gets a token, and whether one is good. {@link
 * io.github.dataconnect4j.emulator.entra.Tokens} is what the other services ask.
 */
@NullMarked
package io.github.dataconnect4j.emulator.entra;

import org.jspecify.annotations.NullMarked;
