package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.Audiences;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.Principal.Kind;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls, and what they may do: by directory role, for people and applications alike. The
 * emulator knows no Graph permissions, and people may not register applications without a role.
 */
final class Callers {

  private final DirectoryStore directory;
  private final Tokens tokens;

  Callers(DirectoryStore directory, Tokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  Principal of(Request request) {
    try {
      return tokens.verify(request, Audiences.graph(request));
    } catch (TokenRefusedException e) {
      throw GraphRefusedException.unauthorized(e.reason());
    }
  }

  /** Every user may look at the directory; an application must have been given a role. */
  void requireReader(Request request) {
    Principal caller = of(request);
    if (caller.kind() == Kind.APPLICATION && rolesOf(caller).isEmpty()) {
      throw GraphRefusedException.denied();
    }
  }

  Principal requireApplicationCreator(Request request) {
    return requireOneOf(
        request,
        EnumSet.of(
            DirectoryRole.GLOBAL_ADMINISTRATOR,
            DirectoryRole.APPLICATION_ADMINISTRATOR,
            DirectoryRole.APPLICATION_DEVELOPER));
  }

  /** Those who manage every application, and the owners of this one. */
  void requireManager(Request request, Application application) {
    if (!application.ownerIds().contains(of(request).objectId())) {
      requireOneOf(
          request,
          EnumSet.of(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.APPLICATION_ADMINISTRATOR));
    }
  }

  void requireAuditReader(Request request) {
    ServiceBehavior.GRAPH_AUDIT_READERS.observe();
    requireOneOf(
        request, EnumSet.of(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.GLOBAL_READER));
  }

  /** Whether a caller manages only what it owns, and so must own what it makes. */
  boolean managesOnlyOwn(Principal caller) {
    Set<DirectoryRole> roles = rolesOf(caller);
    return !roles.contains(DirectoryRole.GLOBAL_ADMINISTRATOR)
        && !roles.contains(DirectoryRole.APPLICATION_ADMINISTRATOR);
  }

  private Principal requireOneOf(Request request, Set<DirectoryRole> roles) {
    Principal caller = of(request);
    if (rolesOf(caller).stream().noneMatch(roles::contains)) {
      throw GraphRefusedException.denied();
    }
    return caller;
  }

  private Set<DirectoryRole> rolesOf(Principal caller) {
    ServiceBehavior.GRAPH_ROLES.observe();
    return directory.rolesOf(caller.objectId());
  }
}
