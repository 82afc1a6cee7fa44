/**
 * The tenant's people and data: {@link io.github.dataconnect4j.emulator.tenant.SyntheticTenant}
 * makes them up, {@link io.github.dataconnect4j.emulator.tenant.ExtractFiles} reads them from
 * files.
 */
@NullMarked
package io.github.dataconnect4j.emulator.tenant;

import org.jspecify.annotations.NullMarked;
