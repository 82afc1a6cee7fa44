/**
 * Everything that can go wrong, under one root.
 *
 * <p>Start at {@link io.github.dataconnect4j.error.DataConnectException}.
 */
@NullMarked
package io.github.dataconnect4j.error;

import org.jspecify.annotations.NullMarked;
