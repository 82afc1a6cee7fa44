package io.github.dataconnect4j.emulator.blob;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the names in a container or account, in order.
 *
 * @param entries the names, and what stands behind each
 * @param next the name that the next page begins with; empty on the last page
 */
record Page<T>(List<Entry<T>> entries, Optional<String> next) {

  /**
   * One name.
   *
   * @param name the name, or what the names of a group have in common
   * @param value what stands behind it; empty for a group
   */
  record Entry<T>(String name, Optional<T> value) {}

  /**
   * What is wanted.
   *
   * @param prefix what the names begin with
   * @param delimiter where names end that are shown as one group; empty for no groups
   * @param from the first name
   * @param size the most entries
   */
  record Wanted(String prefix, String delimiter, String from, int size) {

    /** The marker under which the page that begins with a name can be had. */
    static String marker(String next) {
      return Base64.getUrlEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The name that a marker stands for.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String name(String marker) {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
    }
  }

  static <T> Page<T> of(NavigableMap<String, T> all, Wanted wanted) {
    List<Entry<T>> entries = new ArrayList<>();
    String prefix = wanted.prefix;
    String delimiter = wanted.delimiter;
    @Nullable String name =
        all.ceilingKey(wanted.from.compareTo(prefix) > 0 ? wanted.from : prefix);
    while (name != null && name.startsWith(prefix)) {
      if (entries.size() == wanted.size) {
        return new Page<>(entries, Optional.of(name));
      }
      int end = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
      if (end < 0) {
        entries.add(new Entry<>(name, Optional.ofNullable(all.get(name))));
        name = all.higherKey(name);
      } else {
        String group = name.substring(0, end + delimiter.length());
        entries.add(new Entry<>(group, Optional.empty()));
        name = all.ceilingKey(past(group));
      }
    }
    return new Page<>(entries, Optional.empty());
  }

  /** The first name behind all that begin with a group's. */
  private static String past(String group) {
    int last = group.length() - 1;
    return group.substring(0, last) + (char) (group.charAt(last) + 1);
  }
}
