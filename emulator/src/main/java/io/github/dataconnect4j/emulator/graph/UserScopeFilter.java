package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.tenant.Person;
import java.util.function.Predicate;

/** The users that a {@code userScopeFilterUri} selects. */
public final class UserScopeFilter {

  private static final String USERS = "/users?$filter=";

  private UserScopeFilter() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it cannot be read, with a text that tells why
   */
  public static Predicate<Person> parse(String uri) {
    int filter = uri.indexOf(USERS);
    if (filter < 0) {
      throw new IllegalArgumentException(
          "The emulator reads filters of the form {graph}/users?$filter=… only.");
    }
    ODataFilter parsed = ODataFilter.parse(uri.substring(filter + USERS.length()));
    return person -> parsed.matches(GraphObjects.toGraphUser(person));
  }
}
