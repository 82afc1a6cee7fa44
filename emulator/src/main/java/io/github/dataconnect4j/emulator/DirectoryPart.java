package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.EntraService;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.graph.GraphService;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who there is, who signs in and what is noted of them: Microsoft Entra and Microsoft Graph. */
final class DirectoryPart {

  final DirectoryStore store;
  final Tokens tokens;
  final AuditLog audit;
  final List<Service> services;

  DirectoryPart(Identity identity, TenantData data, EmulatorTime time) {
    store = store(identity, data, time);
    tokens = new Tokens(identity.tenantId(), TimeSource.system());
    audit = new AuditLog(time);
    services =
        List.of(
            new EntraService(store, tokens, TimeSource.system()),
            new GraphService(store, tokens, audit, time));
  }

  private static DirectoryStore store(Identity identity, TenantData data, EmulatorTime time) {
    List<Person> all = new ArrayList<>(data.people());
    all.add(identity.developer());
    all.add(identity.administrator());
    DirectoryStore store =
        new DirectoryStore(
            identity.tenantId(),
            identity.domain(),
            time,
            new Random(identity.seed() + 1),
            all,
            data.groups());
    store.assignRole(identity.developer().id(), DirectoryRole.APPLICATION_DEVELOPER);
    // Without it, a developer's program could not see the approval in the audit log.
    store.assignRole(identity.developer().id(), DirectoryRole.GLOBAL_READER);
    store.assignRole(identity.administrator().id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    return store;
  }

  /**
   * Lets the users of the emulator sign in as an application.
   *
   * @return the object id of its service principal
   */
  String addAutomation(Identity identity) {
    String principal =
        store
            .addAutomation("DataConnect4J emulator", identity.clientId(), identity.clientSecret())
            .id();
    identity
        .clientCertificate()
        .ifPresent(certificate -> store.addCertificate(identity.clientId(), certificate));
    return principal;
  }
}
