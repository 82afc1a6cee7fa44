/**
 * The tenant's directory: people, groups, applications, roles. {@link
 * io.github.dataconnect4j.emulator.directory.DirectoryStore} is where to start.
 */
@NullMarked
package io.github.dataconnect4j.emulator.directory;

import org.jspecify.annotations.NullMarked;
