/**
 * What every backend must do, as tests for its author to inherit.
 *
 * <p>Start at {@link io.github.dataconnect4j.conformance.PipelineHostContract}; for the parts of an
 * account of one's own, at {@link io.github.dataconnect4j.conformance.StorageContract} and its
 * neighbors.
 */
@NullMarked
package io.github.dataconnect4j.conformance;

import org.jspecify.annotations.NullMarked;
