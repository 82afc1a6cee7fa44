/** Reading and writing JSON trees. */
@NullMarked
package io.github.dataconnect4j.emulator.json;

import org.jspecify.annotations.NullMarked;
