package io.github.dataconnect4j.emulator.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms that one session was shown. Each can be sent once, to the address that it was made for,
 * and remembers what it was shown with: so nothing is approved that was not on the page.
 *
 * <p>Thread-safe.
 */
final class FormTokens {

  /** How many forms may be open; the oldest lapse first. */
  static final int MOST = 500;

  private final Map<String, Shown> open = new LinkedHashMap<>();

  /**
   * A token for a form.
   *
   * @param address the path that the form is sent to
   * @param seen what the page shows, to be compared by {@code equals} when the form comes back
   */
  synchronized String issue(String address, Object seen) {
    if (open.size() >= MOST) {
      open.remove(open.keySet().iterator().next());
    }
    String token = RandomText.next();
    open.put(token, new Shown(address, seen));
    return token;
  }

  /** Takes a form back, and what was shown with it; empty if it was not issued for that address. */
  synchronized Optional<Object> redeem(String token, String address) {
    // Taken even where the address is wrong: a token that went astray is good for nothing.
    return Optional.ofNullable(open.remove(token))
        .filter(shown -> shown.address.equals(address))
        .map(Shown::seen);
  }

  private record Shown(String address, Object seen) {}
}
