package io.github.dataconnect4j.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * Times at which people work: weekdays from 8 to 18, in UTC.
 *
 * @param start no time is before it
 * @param end no time is at or after it
 */
record OfficeHours(Instant start, Instant end) {

  private static final int OPENS = 8;
  private static final int SECONDS = 10 * 3600;

  static OfficeHours of(Blueprint blueprint) {
    return new OfficeHours(
        blueprint.until().minus(blueprint.period()).plusSeconds(1), blueprint.until());
  }

  /** A working time on some day. */
  Instant any(SplittableRandom random) {
    LocalDate day =
        day(start.plusSeconds(random.nextLong(Duration.between(start, end).toSeconds())));
    // The mean of two draws: most is done in the middle of the day.
    int second = (random.nextInt(SECONDS) + random.nextInt(SECONDS)) / 2;
    Instant time = at(weekday(day), second);
    while (!time.isBefore(end)) {
      day = day.minusDays(1);
      time = at(weekday(day), second);
    }
    if (time.isBefore(start)) {
      time = at(next(day(start)), second);
    }
    return time.isBefore(end) ? time : start.plusSeconds(random.nextInt(3600));
  }

  /** A working time some while after another, and never at the end or behind it. */
  Instant after(SplittableRandom random, Instant earlier) {
    Instant time = earlier.plusSeconds(300 + random.nextInt(4 * 3600));
    LocalDate day = day(time);
    if (time.isAfter(at(day, SECONDS)) || !weekday(day).equals(day)) {
      time = at(next(day), random.nextInt(2 * 3600));
    }
    return time.isBefore(end)
        ? time
        : earlier.plusSeconds(Duration.between(earlier, end).toSeconds() / 2);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** The first weekday after a day. */
  private static LocalDate next(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!weekday(next).equals(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The day, or the Friday before it. */
  private static LocalDate weekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.minusDays(2);
      default -> day;
    };
  }

  private static Instant at(LocalDate day, long second) {
    return day.atTime(LocalTime.of(OPENS, 0)).plusSeconds(second).toInstant(ZoneOffset.UTC);
  }
}
