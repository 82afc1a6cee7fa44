package io.github.dataconnect4j.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** Times as rows have them: with a zone or without, with up to nine digits of a second, or none. */
final class RowTimes {

  /** What the service writes where nobody ever set a time. */
  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .appendOptional(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private RowTimes() {}

  /**
   * The time; empty for a blank text and for the first day of the calendar.
   *
   * @throws java.time.DateTimeException if it is not a time
   */
  static Optional<Instant> read(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    TemporalAccessor parsed = FORMAT.parse(text.strip());
    LocalDate date = LocalDate.from(parsed);
    if (date.equals(NEVER)) {
      return Optional.empty();
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset zone = parsed.query(TemporalQueries.offset());
    return Optional.of(
        date.atTime(time == null ? LocalTime.MIDNIGHT : time)
            .toInstant(zone == null ? ZoneOffset.UTC : zone));
  }
}
