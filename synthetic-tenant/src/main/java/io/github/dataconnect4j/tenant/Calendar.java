package io.github.dataconnect4j.tenant;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who meets whom, built like {@link Correspondence}.
 *
 * <p>Immutable.
 */
final class Calendar {

  private static final Duration AHEAD = Duration.ofDays(14);
  private static final int WEEKS = 4;

  private final Staff staff;
  private final Chance chance;
  private final OfficeHours hours;
  private final Instant until;
  private final int size;

  /**
   * @param hours the time that the data is of; meetings are made for some days beyond it
   * @param size how many events each calendar has, a series counting as one
   */
  Calendar(Staff staff, Chance chance, OfficeHours hours, int size) {
    this.staff = staff;
    this.chance = chance.of("meeting");
    this.hours = new OfficeHours(hours.start(), hours.end().plus(AHEAD));
    this.until = hours.end();
    this.size = size;
  }

  /** Goes through a user's calendar. */
  void of(int user, Taker taker) throws IOException {
    int position = 0;
    for (int number = 0; position < size; number++) {
      SplittableRandom random = chance.at(number, -1);
      int others = Math.min(Math.min(random.nextInt(7), staff.users() - 1), size - position - 1);
      Circle circle = others == 0 ? Circle.ALONE : Circle.of(random, staff, others);
      for (int part = 0; part < circle.size(); part++) {
        int organizer = circle.beginner(staff, user, part);
        taker.take(meeting(number, organizer, circle), position++, part);
      }
    }
  }

  private Meeting meeting(int number, int organizer, Circle circle) {
    SplittableRandom random = chance.at(number, organizer);
    List<Staff.Mailbox> attendees = new ArrayList<>();
    for (int part = 1; part < circle.size(); part++) {
      attendees.add(staff.mailbox(circle.user(staff, organizer, part)));
    }
    Instant start = hours.any(random).truncatedTo(ChronoUnit.HOURS);
    Instant called = start.minusSeconds(3600 + random.nextInt(14 * 24 * 3600));
    return new Meeting(
        random.nextLong(),
        staff.mailbox(organizer),
        attendees,
        called.isBefore(until) ? called : until.minusSeconds(60 + random.nextInt(3600)),
        random.nextBoolean() ? start : start.plus(30, ChronoUnit.MINUTES),
        Duration.ofMinutes(30L * (1 + random.nextInt(3))),
        random.nextInt(5) == 0 ? WEEKS : 1);
  }

  /** Takes what a calendar holds. */
  @FunctionalInterface
  interface Taker {

    /**
     * @param meeting a meeting
     * @param position its place in the calendar
     * @param part the part of the calendar's owner in it; 0 for the organizer's
     */
    void take(Meeting meeting, int position, int part) throws IOException;
  }
}
