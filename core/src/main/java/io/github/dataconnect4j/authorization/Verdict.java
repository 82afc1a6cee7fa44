package io.github.dataconnect4j.authorization;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a run is allowed, and if not, by which rules.
 *
 * <p>Immutable.
 *
 * @param violations every broken rule, in the order of the rules; empty if the run is allowed
 * @since 0.1.0
 */
public record Verdict(List<Violation> violations) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  public boolean isAllowed() {
    return violations.isEmpty();
  }

  /** A line for each broken rule. */
  public String text() {
    return violations.stream()
        .map(Violation::text)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
