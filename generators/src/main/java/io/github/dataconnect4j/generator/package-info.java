/** Writes the catalog as Java types, from its data file, when core is built. */
@NullMarked
package io.github.dataconnect4j.generator;

import org.jspecify.annotations.NullMarked;
