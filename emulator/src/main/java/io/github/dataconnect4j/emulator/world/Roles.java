package io.github.dataconnect4j.emulator.world;

import java.util.Set;

/** Who may do what on which Azure resource. */
public interface Roles {

  /**
   * Whether a principal holds one of some roles on a resource or on what contains it.
   *
   * @param principalId the object id of a user or service principal
   * @param resourceId the full id of the resource
   * @param roleDefinitionIds the last parts of role definitions' ids
   */
  boolean holds(String principalId, String resourceId, Set<String> roleDefinitionIds);
}
