/**
 * Measurements, for people who change the code; nothing here is published.
 *
 * <p>Start at {@link io.github.dataconnect4j.benchmarks.Benchmarks}.
 */
@NullMarked
package io.github.dataconnect4j.benchmarks;

import org.jspecify.annotations.NullMarked;
