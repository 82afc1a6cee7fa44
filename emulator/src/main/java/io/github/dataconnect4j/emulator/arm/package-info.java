/**
 * Azure Resource Manager: subscriptions, groups, providers, roles, storage accounts, billing.
 *
 * <p>Start at {@link io.github.dataconnect4j.emulator.arm.ArmService}.
 */
@NullMarked
package io.github.dataconnect4j.emulator.arm;

import org.jspecify.annotations.NullMarked;
