/**
 * What every backend must do, as tests for its author to inherit.
 *
 * <p>Start at {@link io.github.dataconnect4j.conformance.PipelineHostContract}.
 */
@NullMarked
package io.github.dataconnect4j.conformance;

import org.jspecify.annotations.NullMarked;
