/** How the words of this library are done, over the SPI. Not exported. */
@NullMarked
package io.github.dataconnect4j.internal;

import org.jspecify.annotations.NullMarked;
