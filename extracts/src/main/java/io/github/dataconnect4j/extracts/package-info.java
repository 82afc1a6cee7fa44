/** Placeholder. */
@NullMarked
package io.github.dataconnect4j.extracts;

import org.jspecify.annotations.NullMarked;
