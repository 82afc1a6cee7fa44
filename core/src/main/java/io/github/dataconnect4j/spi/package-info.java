/**
 * What a backend supplies: transport and translation, nothing else.
 *
 * <p>Callers of the library do not need this package. Start at {@link
 * io.github.dataconnect4j.spi.CloudAccount}.
 */
@NullMarked
package io.github.dataconnect4j.spi;

import org.jspecify.annotations.NullMarked;
