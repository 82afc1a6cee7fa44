/**
 * Where things are and who signs in: clouds, regions, storage containers, credentials.
 *
 * <p>Start at {@link io.github.dataconnect4j.cloud.Cloud}.
 */
@NullMarked
package io.github.dataconnect4j.cloud;

import org.jspecify.annotations.NullMarked;
