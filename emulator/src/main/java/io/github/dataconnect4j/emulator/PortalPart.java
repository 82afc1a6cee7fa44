package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.PortalService;
import io.github.dataconnect4j.emulator.portal.web.PortalPages;
import io.github.dataconnect4j.emulator.portal.web.Sinks;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.time.TimeSource;
import java.util.List;

/** Where apps are registered with Data Connect and approved: the two portals. */
final class PortalPart {

  final AppRegistrations registrations;
  final List<Service> services;

  PortalPart(Identity identity, DirectoryPart directory, Sinks sinks, EmulatorTime time) {
    registrations =
        new AppRegistrations(
            identity.tenantId(), directory.store, directory.store, time, directory.audit);
    services =
        List.of(
            // Before the calls, which claim everything beside the pages.
            new PortalPages(directory.store, registrations, sinks, time, TimeSource.system()),
            new PortalService(directory.store, registrations, directory.tokens, time));
  }
}
