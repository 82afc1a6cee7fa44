package io.github.dataconnect4j.emulator.portal.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One browser in which somebody signed in, or is about to.
 *
 * <p>Thread-safe: a browser has several tabs.
 */
final class PortalSession {

  /** How many registrations may be half-entered; the oldest are forgotten first. */
  private static final int MOST_DRAFTS = 20;

  private final String id = RandomText.next();
  private final Optional<String> personId;
  private final Instant endsAt;
  private final FormTokens forms = new FormTokens();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private Optional<Notice> notice = Optional.empty();

  /**
   * @param personId the object id of who signed in; empty for a browser that only looks at the
   *     sign-in page
   * @param endsAt by the machine's clock
   */
  PortalSession(Optional<String> personId, Instant endsAt) {
    this.personId = personId;
    this.endsAt = endsAt;
  }

  String id() {
    return id;
  }

  Optional<String> personId() {
    return personId;
  }

  boolean isOverAt(Instant now) {
    return !now.isBefore(endsAt);
  }

  FormTokens forms() {
    return forms;
  }

  synchronized Optional<Draft> draft(String key) {
    return Optional.ofNullable(drafts.get(key));
  }

  synchronized void keep(String key, Draft draft) {
    if (drafts.size() >= MOST_DRAFTS && !drafts.containsKey(key)) {
      drafts.remove(drafts.keySet().iterator().next());
    }
    drafts.put(key, draft);
  }

  synchronized void discard(String key) {
    drafts.remove(key);
  }

  /** Has the next page say something. */
  synchronized void tell(Notice next) {
    notice = Optional.of(next);
  }

  synchronized Optional<Notice> takeNotice() {
    Optional<Notice> taken = notice;
    notice = Optional.empty();
    return taken;
  }
}
