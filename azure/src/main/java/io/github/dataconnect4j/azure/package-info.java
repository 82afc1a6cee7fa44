/** Placeholder. */
@NullMarked
package io.github.dataconnect4j.azure;

import org.jspecify.annotations.NullMarked;
