package io.github.dataconnect4j.dataset;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data: everybody's, that of some groups, or that of the users a filter selects.
 *
 * <p>Groups and a filter exclude each other on the wire, and here by construction. Source: {@code
 * data-connect-filtering.md} (2024-11-07).
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public sealed interface Scope {

  /** The most groups that one request may name. */
  int MOST_GROUPS = 10;

  /** Every eligible user or group of the region. */
  static Scope everyone() {
    return new Everyone();
  }

  /**
   * The members of some groups.
   *
   * @param first the object id of a Microsoft Entra group
   * @throws IllegalArgumentException if there are more than {@value #MOST_GROUPS}, or one is not an
   *     object id
   */
  static Scope groups(String first, String... more) {
    Set<String> ids = new LinkedHashSet<>(List.of(first));
    ids.addAll(List.of(more));
    return new Groups(ids);
  }

  /**
   * The users that a Microsoft Graph query selects.
   *
   * @param uri the query, such as {@code https://graph.microsoft.com/v1.0/users?$filter=Department
   *     eq 'Finance'}; once approved it must be repeated to the letter
   * @throws IllegalArgumentException if it is not an https URL with a {@code $filter}
   */
  static Scope filter(String uri) {
    return new Filter(uri);
  }

  /**
   * Whether a run for this scope stays within one that is registered or approved: everyone contains
   * every scope, groups contain fewer of themselves, a filter contains only itself. Source: {@code
   * app-authorization.md} (2024-11-07).
   */
  default boolean isWithin(Scope allowed) {
    if (allowed instanceof Everyone) {
      return true;
    }
    if (allowed instanceof Groups groups) {
      return this instanceof Groups some && groups.ids().containsAll(some.ids());
    }
    return equals(allowed);
  }

  /** See {@link Scope#everyone()}. */
  record Everyone() implements Scope {
    @Override
    public String toString() {
      return "everyone";
    }
  }

  /**
   * See {@link Scope#groups}.
   *
   * @param ids the object ids, in lower case and sorted, so that the same groups always read the
   *     same
   */
  record Groups(Set<String> ids) implements Scope {
    public Groups {
      Set<String> folded = new TreeSet<>();
      for (String id : ids) {
        folded.add(objectId(id));
      }
      if (folded.isEmpty() || folded.size() > MOST_GROUPS) {
        throw new IllegalArgumentException(
            "The scope names "
                + folded.size()
                + " groups; Data Connect takes 1 to "
                + MOST_GROUPS
                + ". Put the groups into one group, or make several copies.");
      }
      ids = Collections.unmodifiableSet(folded);
    }

    private static String objectId(String id) {
      // By its letters: UUID.fromString takes "1-1-1-1-1" too.
      String folded = Objects.requireNonNull(id, "group id").toLowerCase(Locale.ROOT);
      if (!folded.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
        throw new IllegalArgumentException(
            "Group '" + id + "' is not an object id. Look it up in Microsoft Entra, Groups.");
      }
      return folded;
    }

    @Override
    public String toString() {
      return "groups " + ids.stream().sorted().toList();
    }
  }

  /**
   * See {@link Scope#filter}.
   *
   * @param uri the whole query, exactly as written
   */
  record Filter(String uri) implements Scope {
    public Filter {
      String lower = Objects.requireNonNull(uri, "uri").toLowerCase(Locale.ROOT);
      if (!lower.startsWith("https://") || !lower.contains("?$filter=")) {
        throw new IllegalArgumentException(
            "Scope filter '"
                + uri
                + "' is not a Microsoft Graph query. Write it as in"
                + " https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance'.");
      }
    }

    @Override
    public String toString() {
      return "filter " + uri;
    }
  }
}
