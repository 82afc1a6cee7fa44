/**
 * Who judges the emulator from outside: Microsoft's own clients, in Java and JavaScript, and
 * Azurite beside it.
 */
@org.jspecify.annotations.NullMarked
package io.github.dataconnect4j.judges;
