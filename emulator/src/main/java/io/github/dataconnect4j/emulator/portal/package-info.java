/**
 * Where apps are registered with Data Connect and administrators decide about them. {@link
 * io.github.dataconnect4j.emulator.portal.AppRegistrations} holds the state, {@link
 * io.github.dataconnect4j.emulator.portal.PortalService} answers calls.
 */
@NullMarked
package io.github.dataconnect4j.emulator.portal;

import org.jspecify.annotations.NullMarked;
