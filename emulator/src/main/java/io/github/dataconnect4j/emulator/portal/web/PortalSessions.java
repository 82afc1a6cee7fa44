package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in, by cookie. A sign-in makes a session of its own, so that none can be planted;
 * what is about to sign in has a session of another name, so that a visit that comes without the
 * strict cookie does not sign anybody out.
 *
 * <p>Thread-safe.
 */
final class PortalSessions {

  /** How many of a kind are kept; the oldest end first. */
  static final int MOST = 1_000;

  private static final Duration LENGTH = Duration.ofHours(12);

  private final TimeSource time;
  private final Map<String, PortalSession> signedIn = new LinkedHashMap<>();
  private final Map<String, PortalSession> visiting = new LinkedHashMap<>();

  /**
   * @param time the machine's: a sign-in does not lapse because a test moves the emulator's
   */
  PortalSessions(TimeSource time) {
    this.time = time;
  }

  /** The session of whoever signed in and sends this. */
  synchronized Optional<PortalSession> signedIn(Request request) {
    return find(signedIn, request, Cookie.SIGNED_IN);
  }

  /** The session of a browser that was shown the sign-in page. */
  synchronized Optional<PortalSession> visiting(Request request) {
    return find(visiting, request, Cookie.VISITING);
  }

  /** A session for a browser that is about to sign in. */
  synchronized PortalSession visit() {
    return keep(visiting, new PortalSession(Optional.empty(), time.now().plus(LENGTH)));
  }

  /** A session for a person. */
  synchronized PortalSession signIn(String personId) {
    return keep(signedIn, new PortalSession(Optional.of(personId), time.now().plus(LENGTH)));
  }

  synchronized void end(PortalSession session) {
    signedIn.remove(session.id());
    visiting.remove(session.id());
  }

  private Optional<PortalSession> find(
      Map<String, PortalSession> sessions, Request request, Cookie cookie) {
    return cookie
        .of(request)
        .flatMap(id -> Optional.ofNullable(sessions.get(id)))
        .filter(session -> !session.isOverAt(time.now()));
  }

  private static PortalSession keep(Map<String, PortalSession> sessions, PortalSession session) {
    if (sessions.size() >= MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    sessions.put(session.id(), session);
    return session;
  }
}
