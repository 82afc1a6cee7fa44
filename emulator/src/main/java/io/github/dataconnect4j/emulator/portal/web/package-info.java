/**
 * The two portals as web pages: the developer's registration and the administrator's decision. They
 * stand on {@link io.github.dataconnect4j.emulator.portal.AppRegistrations}, as the calls do. Start
 * with {@link io.github.dataconnect4j.emulator.portal.web.PortalPages}; the templates are in {@code
 * src/main/jte}.
 */
@NullMarked
package io.github.dataconnect4j.emulator.portal.web;

import org.jspecify.annotations.NullMarked;
