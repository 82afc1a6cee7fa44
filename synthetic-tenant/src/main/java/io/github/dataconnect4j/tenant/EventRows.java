package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Shows a meeting as a row of somebody's calendar: of Event_v1, or of CalendarView_v0. */
final class EventRows {

  /** How unset times look in the published samples. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private static final Spelling GRAPH = Spelling.GRAPH;
  private static final List<String> ANSWERS =
      List.of("accepted", "accepted", "accepted", "tentativelyAccepted", "declined", "none");
  private static final List<String> ROOMS =
      List.of("Conf Room Adams", "Conf Room Baker", "Conf Room Crystal", "Microsoft Teams Meeting");

  private final Chance chance;

  EventRows(Chance chance) {
    this.chance = chance.of("event");
  }

  /**
   * The cells of a meeting as it was called: a series is one event.
   *
   * @param part the part of the calendar's owner; 0 for the organizer's
   */
  RowShape.Cells event(Meeting meeting, MailboxIds ids, int part) {
    return new Entry(meeting, ids, part, -1)::cell;
  }

  /**
   * The cells of one time that a meeting takes place.
   *
   * @param week which time of a series
   */
  RowShape.Cells occurrence(Meeting meeting, MailboxIds ids, int part, int week) {
    return new Entry(meeting, ids, part, week)::cell;
  }

  private static ObjectNode time(Instant time) {
    return Cell.object().put("dateTime", Cell.zoneless(time)).put("timeZone", "UTC");
  }

  private static ObjectNode status(String answer, Instant created) {
    ObjectNode status = Cell.object();
    status.set("response", GRAPH.literal("responseType", answer));
    boolean none = answer.equals("none") || answer.equals("organizer");
    return status.put("time", none ? NEVER : created.plusSeconds(900).toString());
  }

  private static ObjectNode mailbox(Staff.Mailbox mailbox) {
    ObjectNode outer = Cell.object();
    outer.putObject("emailAddress").put("name", mailbox.name()).put("address", mailbox.address());
    return outer;
  }

  private static ObjectNode recurrence(Meeting meeting) {
    ObjectNode recurrence = Cell.object();
    String day =
        meeting.start().atOffset(ZoneOffset.UTC).getDayOfWeek().name().toLowerCase(Locale.ROOT);
    ObjectNode pattern = recurrence.putObject("pattern");
    pattern.set("type", GRAPH.literal("recurrencePatternType", "weekly"));
    pattern.put("interval", 1).put("month", 0).put("dayOfMonth", 0);
    pattern.putArray("daysOfWeek").add(GRAPH.literal("dayOfWeek", day));
    pattern.set("firstDayOfWeek", GRAPH.literal("dayOfWeek", "sunday"));
    pattern.set("index", GRAPH.literal("weekIndex", "first"));
    ObjectNode range = recurrence.putObject("range");
    range.set("type", GRAPH.literal("recurrenceRangeType", "numbered"));
    range
        .put("startDate", meeting.start().toString())
        .put("endDate", NEVER)
        .put("recurrenceTimeZone", "UTC")
        .put("numberOfOccurrences", meeting.weeks());
    return recurrence;
  }

  /** One row; {@code week} is -1 for the meeting as a whole. */
  private final class Entry {

    private final Meeting meeting;
    private final MailboxIds ids;
    private final int part;
    private final boolean series;
    private final int week;
    private final Instant start;
    private final String subject;
    private final String text;
    private final String room;
    private final List<String> answers;

    private Entry(Meeting meeting, MailboxIds ids, int part, int week) {
      this.meeting = meeting;
      this.ids = ids;
      this.part = part;
      this.series = meeting.weeks() > 1;
      this.week = week;
      this.start = meeting.start().plus(Duration.ofDays(7L * Math.max(0, week)));
      SplittableRandom random = new SplittableRandom(meeting.key());
      this.subject = Prose.subject(random);
      StringBuilder sentences = new StringBuilder();
      Prose.sentences(random, 2 + random.nextInt(3), sentences);
      this.text = sentences.toString();
      this.room = Chance.pick(random, ROOMS);
      this.answers =
          meeting.attendees().stream().map(attendee -> Chance.pick(random, ANSWERS)).toList();
    }

    private JsonNode cell(String column) {
      return switch (column) {
        case "id" -> Cell.text(id(week));
        case "createdDateTime" -> Cell.time(meeting.created());
        case "lastModifiedDateTime" -> Cell.time(meeting.created().plusSeconds(30));
        case "changeKey" -> Cell.text("DwAAABYAAAD" + id(week).substring(id(week).length() - 24));
        case "categories", "attachments" -> Cell.array();
        case "transactionId", "onlineMeetingUrl", "onlineMeeting" -> Cell.NULL;
        case "originalStartTimeZone", "originalEndTimeZone" -> Cell.text("UTC");
        case "iCalUId" -> Cell.text(globalId());
        case "reminderMinutesBeforeStart" -> Cell.number(15);
        case "isReminderOn", "responseRequested", "allowNewTimeProposals" -> Cell.TRUE;
        case "hasAttachments", "isAllDay", "isCancelled", "isOnlineMeeting" -> Cell.FALSE;
        case "subject" -> Cell.text(subject);
        case "bodyPreview" -> Cell.text(text.substring(0, Math.min(255, text.length())));
        case "importance", "sensitivity" -> Cell.text("normal");
        case "isOrganizer" -> Cell.flag(part == 0);
        case "originalStart" -> series && week >= 0 ? Cell.time(start) : Cell.NULL;
        // The page of CalendarView_v0 has a slip of the pen, and runs go by the page.
        case "seriesMasterId", "vseriesMasterId" ->
            series && week >= 0 ? Cell.text(id(-1)) : Cell.NULL;
        case "showAs" -> Cell.text("busy");
        case "type" ->
            Cell.text(!series ? "singleInstance" : week < 0 ? "seriesMaster" : "occurrence");
        case "webLink" ->
            Cell.text(
                "https://outlook.office365.com/owa/?itemid="
                    + id(week).replace("=", "%3D")
                    + "&exvsurl=1&path=/calendar/item");
        case "onlineMeetingProvider" -> Cell.text("unknown");
        case "responseStatus" ->
            status(part == 0 ? "organizer" : answers.get(part - 1), meeting.created());
        case "body" -> body();
        case "start" -> time(start);
        case "end" -> time(start.plus(meeting.length()));
        case "location" -> location();
        case "locations" -> Cell.array().add(location());
        case "recurrence" -> series && week < 0 ? recurrence(meeting) : Cell.NULL;
        case "attendees" -> attendees();
        case "organizer" -> mailbox(meeting.organizer());
        case "ODataType" -> GRAPH.type("event");
        default -> throw Cell.unknown("events", column);
      };
    }

    private String id(int time) {
      return ids.item(chance, meeting.key() + time);
    }

    /** The same in all calendars, and for all times of a series. */
    private String globalId() {
      HexFormat hex = HexFormat.of().withUpperCase();
      return "040000008200E00074C5B7101A82E00800000000"
          + hex.toHexDigits(meeting.key())
          + "000000000000000010000000"
          + hex.toHexDigits(~meeting.key())
          + hex.toHexDigits(meeting.key() * 31);
    }

    private ObjectNode body() {
      ObjectNode body = Cell.object();
      body.set("contentType", GRAPH.literal("bodyType", "html"));
      return body.put(
          "content",
          "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\r\n"
              + "</head>\r\n<body>\r\n<div>"
              + text
              + "</div>\r\n</body>\r\n</html>\r\n");
    }

    private ObjectNode location() {
      ObjectNode location = Cell.object().put("displayName", room);
      location.set("locationType", GRAPH.literal("locationType", "default"));
      location.put("uniqueId", room);
      location.set("uniqueIdType", GRAPH.literal("locationUniqueIdType", "private"));
      return location;
    }

    private ArrayNode attendees() {
      ArrayNode attendees = Cell.array();
      for (int i = 0; i < answers.size(); i++) {
        ObjectNode attendee = attendees.addObject();
        attendee.set("type", GRAPH.literal("attendeeType", i < 3 ? "required" : "optional"));
        attendee.set("status", status(answers.get(i), meeting.created()));
        attendee.setAll(mailbox(meeting.attendees().get(i)));
      }
      return attendees;
    }
  }
}
