/**
 * Made-up people, groups, mail and events, the same bytes for the same seed, made row by row.
 *
 * <p>Start at {@link io.github.dataconnect4j.tenant.SyntheticTenant}.
 */
@NullMarked
package io.github.dataconnect4j.tenant;

import org.jspecify.annotations.NullMarked;
