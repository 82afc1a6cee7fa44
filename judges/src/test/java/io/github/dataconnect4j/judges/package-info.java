/**
 * Who judges the emulator's storage from outside: Microsoft's own clients, and Azurite beside it.
 */
@org.jspecify.annotations.NullMarked
package io.github.dataconnect4j.judges;
