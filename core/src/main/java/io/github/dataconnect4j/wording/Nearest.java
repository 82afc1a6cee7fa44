package io.github.dataconnect4j.wording;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what somebody probably meant, by the letters that are wrong: at most a third of them.
 *
 * <p>Pure functions; thread-safe.
 *
 * @since 0.1.0
 */
public final class Nearest {

  private Nearest() {}

  /** A sentence with the nearest candidate, or nothing when none is near. */
  public static String hint(String asked, Collection<String> candidates) {
    return of(asked, candidates).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  /** The nearest candidate; empty when none is near. Case and underscores do not count. */
  public static Optional<String> of(String asked, Collection<String> candidates) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(fold(asked), fold(candidate));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    // A third of the letters wrong is a typing error; more is another word.
    return bestDistance <= Math.max(2, asked.length() / 3)
        ? Optional.ofNullable(best)
        : Optional.empty();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Levenshtein's distance, two rows at a time. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
