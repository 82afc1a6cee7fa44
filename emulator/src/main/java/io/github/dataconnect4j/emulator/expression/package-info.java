/** The one reader of expressions, under Data Factory's language and that of ARM templates. */
@NullMarked
package io.github.dataconnect4j.emulator.expression;

import org.jspecify.annotations.NullMarked;
