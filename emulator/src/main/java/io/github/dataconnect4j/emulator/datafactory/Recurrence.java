package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a schedule trigger fires: every so many minutes, hours, days, weeks or months from a start
 * on, in UTC.
 */
public final class Recurrence {

  private final OffsetDateTime start;
  private final Instant end;
  private final ChronoUnit unit;
  private final int interval;

  private Recurrence(OffsetDateTime start, Instant end, ChronoUnit unit, int interval) {
    this.start = start;
    this.end = end;
    this.unit = unit;
    this.interval = interval;
  }

  /**
   * Reads a trigger's properties.
   *
   * @throws ServiceError if it is no schedule trigger, or says what is not imitated (400)
   */
  public static Recurrence of(ObjectNode trigger) {
    ServiceBehavior.DATA_FACTORY_TRIGGER_CHECKED_AT_START.observe();
    String type = trigger.path("type").asText();
    if (!type.equals("ScheduleTrigger")) {
      throw refused("starts triggers of type ScheduleTrigger only, not '" + type + "'");
    }
    JsonNode recurrence = trigger.at("/typeProperties/recurrence");
    String zone = recurrence.path("timeZone").asText("UTC");
    if (!zone.equals("UTC")) {
      throw refused("knows no timeZone but UTC, not '" + zone + "'");
    }
    if (!recurrence.path("schedule").isEmpty()) {
      throw refused("fires by frequency and interval, and not by a 'schedule' of hours or days");
    }
    int interval = recurrence.path("interval").asInt(0);
    if (interval < 1) {
      throw refused("needs an interval of 1 or more");
    }
    return new Recurrence(
        time(recurrence, "startTime"),
        recurrence.has("endTime") ? time(recurrence, "endTime").toInstant() : Instant.MAX,
        unit(recurrence.path("frequency").asText()),
        interval);
  }

  private static ChronoUnit unit(String frequency) {
    return switch (frequency) {
      case "Minute" -> ChronoUnit.MINUTES;
      case "Hour" -> ChronoUnit.HOURS;
      case "Day" -> ChronoUnit.DAYS;
      case "Week" -> ChronoUnit.WEEKS;
      case "Month" -> ChronoUnit.MONTHS;
      default ->
          throw refused(
              "needs a frequency of Minute, Hour, Day, Week or Month, not '" + frequency + "'");
    };
  }

  private static OffsetDateTime time(JsonNode recurrence, String field) {
    String text = recurrence.path(field).asText();
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw refused("needs a " + field + " such as 2026-01-01T00:00:00Z, not '" + text + "'");
    }
  }

  private static ServiceError refused(String why) {
    return ArmErrors.of(
        400, "BadRequest", "The trigger cannot be started: the emulator " + why + ".");
  }

  /**
   * The first time for a trigger that is started now: the start time unless that is past, else the
   * next one that is counted from it.
   */
  public Optional<Instant> first(Instant now) {
    return start.toInstant().isBefore(now) ? after(now) : upToTheEnd(start);
  }

  /** The next time; empty when the end is reached. */
  public Optional<Instant> after(Instant time) {
    long count = Math.max(0, unit.between(start, time.atOffset(ZoneOffset.UTC)) / interval);
    while (!nth(count).toInstant().isAfter(time)) {
      count++;
    }
    return upToTheEnd(nth(count));
  }

  // Counted from the start: of a trigger on the 31st, a short month must not make one on the 28th.
  private OffsetDateTime nth(long count) {
    return start.plus(count * interval, unit);
  }

  private Optional<Instant> upToTheEnd(OffsetDateTime time) {
    return Optional.of(time.toInstant()).filter(instant -> !instant.isAfter(end));
  }
}
