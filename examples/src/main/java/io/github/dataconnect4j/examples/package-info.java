/**
 * Programs to run and to copy from: one for each step of Microsoft's tutorial, and the whole way.
 *
 * <p>Start at {@link io.github.dataconnect4j.examples.Quickstart}.
 */
@NullMarked
package io.github.dataconnect4j.examples;

import org.jspecify.annotations.NullMarked;
