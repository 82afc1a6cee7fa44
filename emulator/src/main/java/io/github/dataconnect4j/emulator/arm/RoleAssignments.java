package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.emulator.world.Roles;
import io.github.dataconnect4j.tenant.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who holds which role where. A role holds for its scope and all beneath it, and one of a group for
 * the group's members.
 *
 * <p>Thread-safe.
 */
public final class RoleAssignments implements Roles {

  private final List<Assignment> assignments = new ArrayList<>();
  private final People people;
  private final Predicate<String> servicePrincipals;
  private final Ids ids;
  private final Supplier<Instant> now;

  /**
   * @param people the users and groups
   * @param servicePrincipals whether there is a service principal of that object id
   */
  public RoleAssignments(
      People people, Predicate<String> servicePrincipals, Ids ids, Supplier<Instant> now) {
    this.people = people;
    this.servicePrincipals = servicePrincipals;
    this.ids = ids;
    this.now = now;
  }

  /** Gives a principal a role, whoever it is; for setting the scene. */
  public void grant(String scope, String principalId, BuiltInRole role) {
    String kind = kindOf(principalId).orElse("ServicePrincipal");
    add(new Assignment(ids.next(), scope, principalId, kind, role, now.get()));
  }

  @Override
  public synchronized boolean holds(
      String principalId, String resourceId, Set<String> roleDefinitionIds) {
    return assignments.stream()
        .anyMatch(
            one ->
                roleDefinitionIds.contains(one.role.id())
                    && contains(one.scope, resourceId)
                    && appliesTo(one, principalId));
  }

  /** Whether a principal holds any role at a scope, above or beneath it. */
  boolean holdsAnyAround(String principalId, String scope) {
    return all().stream()
        .anyMatch(
            one ->
                (contains(scope, one.scope) || contains(one.scope, scope))
                    && appliesTo(one, principalId));
  }

  synchronized List<Assignment> all() {
    return List.copyOf(assignments);
  }

  synchronized void add(Assignment assignment) {
    assignments.add(assignment);
  }

  synchronized void remove(Assignment assignment) {
    assignments.remove(assignment);
  }

  /** Forgets the assignments at a scope and beneath it. */
  synchronized void removeBeneath(String scope) {
    assignments.removeIf(one -> contains(scope, one.scope));
  }

  /** What a principal is, in ARM's words; empty if the directory has no such object. */
  Optional<String> kindOf(String principalId) {
    if (people
        .person(principalId)
        .filter(one -> one.id().equalsIgnoreCase(principalId))
        .isPresent()) {
      return Optional.of("User");
    }
    if (people.group(principalId).isPresent()) {
      return Optional.of("Group");
    }
    return servicePrincipals.test(principalId) ? Optional.of("ServicePrincipal") : Optional.empty();
  }

  boolean appliesTo(Assignment assignment, String principalId) {
    return assignment.principalId.equalsIgnoreCase(principalId)
        || people
            .group(assignment.principalId)
            .map(Group::id)
            .map(people::members)
            .filter(members -> members.contains(principalId))
            .isPresent();
  }

  static boolean contains(String scope, String id) {
    return (id + "/").toLowerCase(Locale.ROOT).startsWith((scope + "/").toLowerCase(Locale.ROOT));
  }

  /**
   * One assignment.
   *
   * @param name its name, a guid
   * @param scope what it holds for, with all beneath
   * @param principalId to whom
   * @param principalType what the principal is, in ARM's words
   * @param role which role
   * @param createdOn when it was made
   */
  record Assignment(
      String name,
      String scope,
      String principalId,
      String principalType,
      BuiltInRole role,
      Instant createdOn) {

    boolean grantsTheSameAs(Assignment other) {
      return scope.equalsIgnoreCase(other.scope)
          && principalId.equalsIgnoreCase(other.principalId)
          && role == other.role;
    }
  }
}
