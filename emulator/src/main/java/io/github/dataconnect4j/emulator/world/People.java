package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The directory's users and groups. */
public interface People {

  List<Person> people();

  /** The user with that object id or user principal name. */
  Optional<Person> person(String idOrPrincipalName);

  List<Group> groups();

  Optional<Group> group(String id);

  /** The users in a group, those of groups within it included. */
  Set<String> members(String groupId);

  /** Whether a user holds a directory role, by the id of the role's template. */
  boolean hasRole(String personId, String roleTemplateId);
}
