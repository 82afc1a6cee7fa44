package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.consent.ConsentState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written on the pages. */
final class Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Shown() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  /** The style of a state's badge: its name in lower case with hyphens. */
  static String style(ConsentState state) {
    return state.label().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  static String count(int number, String one, String many) {
    return number == 1 ? "1 " + one : number + " " + many;
  }

  /** How long an approval still lasts; started days count. */
  static String daysLeft(Instant now, Instant end) {
    Duration left = Duration.between(now, end);
    if (left.isNegative() || left.isZero()) {
      return "over";
    }
    long days = left.plusDays(1).minusNanos(1).toDays();
    return days == 1 ? "1 day left" : days + " days left";
  }
}
