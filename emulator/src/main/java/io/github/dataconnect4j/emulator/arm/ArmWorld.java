package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.time.TimeSource;
import java.util.Locale;

/**
 * What ARM keeps, and what its providers share.
 *
 * @param subscriptions the subscriptions
 * @param resources all resources
 * @param roles who may do what
 * @param registrations which provider may be used
 * @param operations what takes long
 * @param blobs tells which containers exist, since roles can be given on one
 * @param ids makes ids
 * @param time tells the time
 */
public record ArmWorld(
    Subscriptions subscriptions,
    Resources resources,
    RoleAssignments roles,
    ProviderRegistrations registrations,
    Operations operations,
    Blobs blobs,
    Ids ids,
    TimeSource time) {

  private static final String CONTAINERS = "/blobservices/default/containers/";

  /** Gives a resource the system-assigned identity that a request asks for, once. */
  public void identify(ObjectNode resource, ObjectNode request) {
    boolean asked = request.at("/identity/type").asText().contains("SystemAssigned");
    if (asked && !resource.has("identity")) {
      resource
          .putObject("identity")
          .put("type", "SystemAssigned")
          .put("principalId", ids.next())
          .put("tenantId", subscriptions.of(resource.path("id").asText()).tenantId());
    }
  }

  /** Whether the container of that full id exists. */
  boolean containerExists(String id) {
    int split = id.toLowerCase(Locale.ROOT).indexOf(CONTAINERS);
    if (split < 0) {
      return false;
    }
    String account = id.substring(0, split);
    return resources.find(account).isPresent()
        && blobs.containerExists(
            account.substring(account.lastIndexOf('/') + 1),
            id.substring(split + CONTAINERS.length()));
  }
}
