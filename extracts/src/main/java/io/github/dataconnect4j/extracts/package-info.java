/**
 * Reading what a run wrote.
 *
 * <p>Start at {@link io.github.dataconnect4j.extracts.Extracts}.
 */
@NullMarked
package io.github.dataconnect4j.extracts;

import org.jspecify.annotations.NullMarked;
