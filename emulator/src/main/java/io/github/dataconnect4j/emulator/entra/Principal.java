package io.github.dataconnect4j.emulator.entra;

import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.tenant.Person;

/**
 * Who a token speaks for.
 *
 * @param objectId the object id of the user or service principal
 * @param tenantId the tenant that the token is of
 * @param name the user principal name, or the client id
 * @param kind which of the two
 */
public record Principal(String objectId, String tenantId, String name, Kind kind) {

  /** Who signs in. */
  public enum Kind {
    USER,
    APPLICATION
  }

  public static Principal of(String tenantId, Person person) {
    return new Principal(person.id(), tenantId, person.principalName(), Kind.USER);
  }

  public static Principal of(String tenantId, ServicePrincipal application) {
    return new Principal(application.id(), tenantId, application.appId(), Kind.APPLICATION);
  }
}
