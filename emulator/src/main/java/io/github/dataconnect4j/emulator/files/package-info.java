/** The tenant's people and rows out of the user's own extract files. */
@NullMarked
package io.github.dataconnect4j.emulator.files;

import org.jspecify.annotations.NullMarked;
