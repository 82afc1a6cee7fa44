/**
 * An emulator with a Data Connect wired to it, for the tests of programs that use Data Connect.
 *
 * <p>Start at {@link io.github.dataconnect4j.testing.DataConnectTest} with JUnit, at {@link
 * io.github.dataconnect4j.testing.EmulatedDataConnect} without it.
 */
@NullMarked
package io.github.dataconnect4j.testing;

import org.jspecify.annotations.NullMarked;
