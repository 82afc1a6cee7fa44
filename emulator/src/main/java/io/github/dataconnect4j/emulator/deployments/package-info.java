/**
 * Deployments of Azure Resource Manager templates to resource groups. {@link
 * io.github.dataconnect4j.emulator.deployments.DeploymentsProvider} is where to start.
 */
@NullMarked
package io.github.dataconnect4j.emulator.deployments;

import org.jspecify.annotations.NullMarked;
