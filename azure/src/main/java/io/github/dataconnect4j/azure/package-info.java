/**
 * The Azure account that the backends stand on: credential, one HTTP stack, storage, roles,
 * billing.
 *
 * <p>Start at {@link io.github.dataconnect4j.azure.AzureAccount}.
 */
@NullMarked
package io.github.dataconnect4j.azure;

import org.jspecify.annotations.NullMarked;
