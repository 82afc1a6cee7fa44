package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose rows a copy gets: who is in the scope and can be extracted.
 *
 * <p>Users must be enabled members with a mailbox in the region of the integration runtime; others
 * are left out without a word, as the service does. Groups have no region here, and every Microsoft
 * 365 group counts as one with a team.
 */
final class OwnersInScope {

  // Source: data-connect-users-and-groups.md.
  private static final Set<String> MICROSOFT_365_GROUPS_ONLY =
      Set.of(
          "TeamsStandardChannelMessages_v0",
          "TeamsChannelDetails_v0",
          "OutlookGroupConversations_v0");

  private final People people;
  private final Function<String, Predicate<Person>> userFilter;

  OwnersInScope(People people, Function<String, Predicate<Person>> userFilter) {
    this.people = people;
    this.userFilter = userFilter;
  }

  /**
   * The object ids of the owners; nobody's for a dataset of the whole tenant.
   *
   * @throws CopyFailure if the scope cannot be resolved
   */
  Set<String> of(Extraction extraction) {
    ScopeKind kind = extraction.dataset().scopeKind();
    Scope scope = extraction.order().scope();
    return switch (kind) {
      case USER -> users(scope, extraction.order().runtime().officeRegion());
      case GROUP -> groups(extraction.dataset().shortName(), scope);
      case TENANT, UNKNOWN -> tenant(extraction.dataset().name(), scope);
    };
  }

  private Set<String> users(Scope scope, Optional<OfficeRegion> region) {
    Predicate<Person> inScope = inScope(scope);
    return people.people().stream()
        .filter(person -> person.enabled() && !person.guest())
        .filter(person -> region.isPresent() && person.region().equals(region))
        .filter(inScope)
        .map(Person::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Predicate<Person> inScope(Scope scope) {
    if (scope instanceof Scope.Groups groups) {
      CopyBehavior.NESTED_GROUPS.observe();
      Set<String> members = new HashSet<>();
      groups.ids().forEach(id -> members.addAll(people.members(require(id).id())));
      return person -> members.contains(person.id());
    }
    if (scope instanceof Scope.Filter filter) {
      CopyBehavior.FILTERS.observe();
      try {
        return userFilter.apply(filter.uri());
      } catch (IllegalArgumentException e) {
        throw CopyFailure.ofLoader("The userScopeFilterUri cannot be read: " + e.getMessage());
      }
    }
    return person -> true;
  }

  private Set<String> groups(String dataset, Scope scope) {
    if (scope instanceof Scope.Filter) {
      throw CopyFailure.ofLoader(
          "The emulator does not support a userScopeFilterUri for datasets of groups, such as "
              + dataset
              + ".");
    }
    CopyBehavior.GROUPS_HAVE_NO_REGION.observe();
    boolean unifiedOnly = MICROSOFT_365_GROUPS_ONLY.contains(dataset);
    if (unifiedOnly) {
      CopyBehavior.EVERY_GROUP_IS_A_TEAM.observe();
    }
    return (scope instanceof Scope.Groups some
            ? some.ids().stream().map(this::require)
            : people.groups().stream())
        .filter(group -> !unifiedOnly || group.kind() == Group.Kind.MICROSOFT_365)
        .map(Group::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> tenant(String dataset, Scope scope) {
    if (!(scope instanceof Scope.Everyone)) {
      throw CopyFailure.ofLoader(
          "Table " + dataset + " is of the whole tenant and takes no scope.");
    }
    return Set.of();
  }

  private Group require(String id) {
    return people
        .group(id)
        .orElseThrow(
            () ->
                CopyFailure.ofLoader(
                    "Group Expansion Failed. The directory has no group '" + id + "'."));
  }
}
