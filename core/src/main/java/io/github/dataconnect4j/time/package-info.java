/**
 * The one seam of time: what tells it, and how long to wait.
 *
 * <p>Start at {@link io.github.dataconnect4j.time.WaitPolicy}.
 */
@NullMarked
package io.github.dataconnect4j.time;

import org.jspecify.annotations.NullMarked;
