package io.github.dataconnect4j.shared;

import static io.github.dataconnect4j.consent.ConsentState.APPROVED;
import static io.github.dataconnect4j.consent.ConsentState.DELETED;
import static io.github.dataconnect4j.consent.ConsentState.DENIED;
import static io.github.dataconnect4j.consent.ConsentState.EXPIRED;
import static io.github.dataconnect4j.consent.ConsentState.PENDING_AUTHORIZATION;
import static io.github.dataconnect4j.consent.ConsentState.UPDATE_AVAILABLE;

import io.github.dataconnect4j.consent.ConsentState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a consent: which state follows which, and what cannot happen.
 *
 * <p>Source: {@code app-authorization.md} (2024-11-07). That page is silent on three arrows, which
 * are our inference: what was denied can be approved in one step; what has expired and is then
 * edited shows as updated; and so does what was edited and whose approval lapses after that.
 *
 * <p>What a run may read while an edit waits for its approval is not a matter of states: {@link
 * ConsentState#UPDATE_AVAILABLE} tells.
 *
 * <p>Pure functions; thread-safe.
 *
 * @since 0.1.0
 */
public final class ConsentLife {

  private static final String GONE =
      "App registration not found. It is possible someone deleted this app.";

  private static final Map<ConsentState, Map<ConsentEvent, ConsentState>> ARROWS =
      new EnumMap<>(ConsentState.class);

  static {
    from(DELETED).put(ConsentEvent.REGISTERED, PENDING_AUTHORIZATION);

    decidable(PENDING_AUTHORIZATION).put(ConsentEvent.EDITED, PENDING_AUTHORIZATION);

    decidable(APPROVED).put(ConsentEvent.EDITED, UPDATE_AVAILABLE);
    from(APPROVED).put(ConsentEvent.LAPSED, EXPIRED);

    decidable(DENIED).put(ConsentEvent.EDITED, UPDATE_AVAILABLE);

    decidable(EXPIRED).put(ConsentEvent.EDITED, UPDATE_AVAILABLE);

    decidable(UPDATE_AVAILABLE).put(ConsentEvent.EDITED, UPDATE_AVAILABLE);
    from(UPDATE_AVAILABLE).put(ConsentEvent.LAPSED, UPDATE_AVAILABLE);
  }

  private ConsentLife() {}

  /** The state that follows; empty if the event cannot happen in that state. */
  public static Optional<ConsentState> next(ConsentState state, ConsentEvent event) {
    return Optional.ofNullable(ARROWS.getOrDefault(state, Map.of()).get(event));
  }

  /**
   * The state that follows.
   *
   * @throws IllegalStateException if the event cannot happen in that state; the message is
   *     Microsoft's where that is known
   */
  public static ConsentState after(ConsentState state, ConsentEvent event) {
    return next(state, event).orElseThrow(() -> new IllegalStateException(refusal(state, event)));
  }

  private static String refusal(ConsentState state, ConsentEvent event) {
    if (state == DELETED) {
      return event == ConsentEvent.LAPSED ? "No approval is left that could lapse." : GONE;
    }
    if (event == ConsentEvent.REGISTERED) {
      return "The app is registered already ("
          + state.label()
          + "). Change its registration, or delete it first.";
    }
    return "No approval is in force that could lapse (" + state.label() + ").";
  }

  /** What every registered app has in common: it can be decided about, again and again. */
  private static Map<ConsentEvent, ConsentState> decidable(ConsentState state) {
    Map<ConsentEvent, ConsentState> arrows = from(state);
    arrows.put(ConsentEvent.APPROVED, APPROVED);
    arrows.put(ConsentEvent.DECLINED, DENIED);
    arrows.put(ConsentEvent.DELETED, DELETED);
    return arrows;
  }

  private static Map<ConsentEvent, ConsentState> from(ConsentState state) {
    return ARROWS.computeIfAbsent(state, key -> new EnumMap<>(ConsentEvent.class));
  }
}
