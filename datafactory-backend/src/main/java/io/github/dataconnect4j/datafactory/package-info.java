/** Placeholder. */
@NullMarked
package io.github.dataconnect4j.datafactory;

import org.jspecify.annotations.NullMarked;
