package io.github.dataconnect4j.emulator.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.tenant.PersonNames;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose rows there are: gathers people and groups, with what rows say of them.
 *
 * <p>Confined to one thread.
 */
final class RowOwners {

  /** Owns the rows of user and group datasets that name no owner. */
  static final String NOBODY = "00000000-0000-4000-8000-00000000d471";

  private final Map<String, Entry> people = new LinkedHashMap<>();
  private final Map<String, Entry> groups = new LinkedHashMap<>();
  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final PersonNames names = PersonNames.seeded(0);
  private final String domain;
  private final OfficeRegion region;

  RowOwners(String domain, OfficeRegion region) {
    this.domain = domain;
    this.region = region;
  }

  /** Whose row it is; empty for datasets of the whole tenant. */
  static String of(Dataset<?> dataset, ObjectNode row) {
    return switch (dataset.scopeKind()) {
      case USER -> text(row, "puser").orElse(NOBODY);
      // One published sample of GroupMembers names the group in puser.
      case GROUP -> text(row, "pObjectId").or(() -> text(row, "puser")).orElse(NOBODY);
      case TENANT, UNKNOWN -> "";
    };
  }

  /** Takes note of a row. */
  void note(Dataset<?> dataset, ObjectNode row) {
    String owner = of(dataset, row);
    if (owner.isEmpty()) {
      return;
    }
    Map<String, Entry> entries = dataset.scopeKind() == ScopeKind.GROUP ? groups : people;
    Entry known = entries.computeIfAbsent(owner, id -> Entry.UNKNOWN);
    switch (dataset.shortName()) {
      case "User_v1" -> people.put(owner, known.with(row));
      case "GroupDetails_v0" -> groups.put(owner, known.with(row));
      case "GroupMembers_v0" ->
          text(row, "id")
              .ifPresent(
                  id -> members.computeIfAbsent(owner, group -> new LinkedHashSet<>()).add(id));
      default -> {}
    }
  }

  List<Person> people() {
    return people.entrySet().stream().map(one -> person(one.getKey(), one.getValue())).toList();
  }

  List<Group> groups() {
    return groups.entrySet().stream().map(one -> group(one.getKey(), one.getValue())).toList();
  }

  private Person person(String id, Entry entry) {
    PersonNames.Name invented = names.of(Math.floorMod(id.hashCode(), 10_000));
    boolean nobody = id.equals(NOBODY);
    String name = nobody ? "Rows Without Owner" : invented.full();
    String nickname = nobody ? "rows.without.owner" : invented.nickname() + '-' + start(id);
    return new Person(
        id,
        entry.principalName.orElse(nickname + '@' + domain),
        entry.displayName.orElse(name),
        entry.department.orElse(""),
        entry.jobTitle.orElse(""),
        Optional.empty(),
        false,
        true,
        Optional.of(region));
  }

  private Group group(String id, Entry entry) {
    List<String> known =
        members.getOrDefault(id, Set.of()).stream().filter(people::containsKey).toList();
    return new Group(id, entry.displayName.orElse("Group " + start(id)), entry.kind, known);
  }

  private static String start(String id) {
    return id.substring(0, Math.min(8, id.length()));
  }

  private static Optional<String> text(ObjectNode row, String column) {
    return Optional.ofNullable(row.get(column))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isEmpty());
  }

  /** What rows say of a person or group. */
  private record Entry(
      Optional<String> principalName,
      Optional<String> displayName,
      Optional<String> department,
      Optional<String> jobTitle,
      Group.Kind kind) {

    private static final Entry UNKNOWN =
        new Entry(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Group.Kind.MICROSOFT_365);

    private Entry with(ObjectNode row) {
      return new Entry(
          text(row, "userPrincipalName").or(() -> principalName),
          text(row, "displayName").or(() -> displayName),
          text(row, "department").or(() -> department),
          text(row, "jobTitle").or(() -> jobTitle),
          kind(row));
    }

    private static Group.Kind kind(ObjectNode row) {
      boolean mail = row.path("mailEnabled").asBoolean();
      boolean security = row.path("securityEnabled").asBoolean();
      for (JsonNode type : row.path("groupTypes")) {
        if (type.asText().equals("Unified")) {
          return Group.Kind.MICROSOFT_365;
        }
      }
      return mail && security
          ? Group.Kind.MAIL_ENABLED_SECURITY
          : mail
              ? Group.Kind.DISTRIBUTION
              : security ? Group.Kind.SECURITY : Group.Kind.MICROSOFT_365;
    }
  }
}
