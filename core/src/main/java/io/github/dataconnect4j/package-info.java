/**
 * Microsoft Graph Data Connect from code.
 *
 * <p>Start at {@link io.github.dataconnect4j.DataConnect}.
 */
@NullMarked
package io.github.dataconnect4j;

import org.jspecify.annotations.NullMarked;
