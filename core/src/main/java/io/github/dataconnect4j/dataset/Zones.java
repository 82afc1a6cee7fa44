package io.github.dataconnect4j.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times that stand beside the name of their zone, as the starts and ends of events do. */
final class Zones {

  private static final Pattern HAS_ZONE = Pattern.compile("(?i).*(Z|[+-]\\d\\d(:?\\d\\d)?)");
  private static final Pattern UTC = Pattern.compile("(?i)utc|gmt|.*/utc|");

  private Zones() {}

  /**
   * A time that was read as UTC, moved to the zone that it was meant in.
   *
   * @throws IllegalStateException if Java does not know the zone: Windows has names of its own
   */
  static Instant in(Row row, String key, Instant utc, String zone) {
    if (UTC.matcher(zone.strip().toLowerCase(Locale.ROOT)).matches() || hasZone(row, key)) {
      return utc;
    }
    try {
      return utc.atOffset(ZoneOffset.UTC).toLocalDateTime().atZone(ZoneId.of(zone)).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "Column '"
              + key
              + "' is a time in the zone '"
              + zone
              + "', which Java does not know. Read text(\""
              + key
              + "\") and translate the zone.",
          e);
    }
  }

  private static boolean hasZone(Row row, String key) {
    String text = row.text(key).orElse("").strip();
    int clock = text.indexOf(':');
    return clock >= 0 && HAS_ZONE.matcher(text.substring(clock)).matches();
  }
}
