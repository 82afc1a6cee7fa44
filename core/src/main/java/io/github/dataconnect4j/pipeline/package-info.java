/**
 * Running copies and watching them.
 *
 * <p>Start at {@link io.github.dataconnect4j.pipeline.PipelineRunner}.
 */
@NullMarked
package io.github.dataconnect4j.pipeline;

import org.jspecify.annotations.NullMarked;
