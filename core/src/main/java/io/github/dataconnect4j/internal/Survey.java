package io.github.dataconnect4j.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands of a landing: each fact read once, in the order of what stands on what.
 *
 * <p>Immutable.
 */
final class Survey {

  private final Map<Piece<?>, Finding<?>> findings;

  private Survey(Map<Piece<?>, Finding<?>> findings) {
    this.findings = findings;
  }

  /**
   * Looks at everything, once.
   *
   * @param pieces each after those that it needs
   */
  static Survey of(List<Piece<?>> pieces) {
    Survey survey = new Survey(Map.of());
    for (Piece<?> piece : pieces) {
      survey = survey.with(piece, piece.look(survey));
    }
    return survey;
  }

  /** The same after a piece was made. */
  <T> Survey withMade(Piece<T> piece, T made) {
    return with(piece, Finding.of(made));
  }

  private Survey with(Piece<?> piece, Finding<?> finding) {
    Map<Piece<?>, Finding<?>> more = new LinkedHashMap<>(findings);
    more.put(piece, finding);
    return new Survey(more);
  }

  boolean stands(Piece<?> piece) {
    return finding(piece).stands();
  }

  /**
   * What was found, or made since.
   *
   * @throws IllegalStateException if the piece was not looked for before
   */
  @SuppressWarnings("unchecked") // a piece is only ever put there with a finding of its own
  <T> Finding<T> finding(Piece<T> piece) {
    Finding<?> finding = findings.get(piece);
    if (finding == null) {
      throw new IllegalStateException(
          "The " + piece.kind() + " '" + piece.name() + "' was not looked for yet.");
    }
    return (Finding<T>) finding;
  }

  /**
   * What is known of a piece that stands.
   *
   * @throws IllegalStateException if it does not stand
   */
  <T> T get(Piece<T> piece) {
    return finding(piece)
        .value()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The " + piece.kind() + " '" + piece.name() + "' does not stand."));
  }
}
