package io.github.dataconnect4j.tenant;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who writes what to whom: threads, each of a {@link Circle}, until every mailbox is full.
 *
 * <p>Who takes part and how long a thread is depends on its number alone and is the same for all
 * who begin one; all else depends on the beginner too. So each mailbox is found in one pass, and
 * all are equally full. Immutable.
 */
final class Correspondence {

  private static final int EXTERNALS = 400;
  private static final List<String> COMPANIES =
      List.of(
          "adatum.example",
          "fabrikam.example",
          "northwind.example",
          "proseware.example",
          "tailspin.example",
          "woodgrove.example");

  private final Staff staff;
  private final Chance chance;
  private final PersonNames outside;
  private final OfficeHours hours;
  private final int size;
  private final boolean reachesOutside;

  private Correspondence(
      Staff staff, Chance chance, OfficeHours hours, int size, boolean reachesOutside) {
    this.staff = staff;
    this.chance = chance;
    this.outside = new PersonNames(chance.of("outside"));
    this.hours = hours;
    this.size = size;
    this.reachesOutside = reachesOutside;
  }

  /** Mail: among the users, and with people of other companies. */
  static Correspondence mail(Staff staff, Chance chance, OfficeHours hours, int size) {
    return new Correspondence(staff, chance.of("mail"), hours, size, true);
  }

  /** Chats: among the users alone, or with oneself for who has no colleagues. */
  static Correspondence chats(Staff staff, Chance chance, OfficeHours hours, int size) {
    return new Correspondence(staff, chance.of("chat"), hours, size, false);
  }

  /** Goes through a user's mailbox. */
  void of(int user, Taker taker) throws IOException {
    int position = 0;
    for (int number = 0; position < size; number++) {
      Shape shape = shape(number, size - position);
      for (int part = 0; part < shape.circle.size(); part++) {
        int beginner = shape.circle.beginner(staff, user, part);
        Talk talk = new Talk(shape, number, beginner);
        for (int step = 0; step < shape.length; step++) {
          taker.take(talk.next(), position++, talk.speaker == part);
        }
      }
    }
  }

  /** The thread of that number, no larger than what is left of the mailbox. */
  private Shape shape(int number, int left) {
    SplittableRandom random = chance.at(number, -1);
    int drawn = random.nextInt(100);
    boolean external = reachesOutside && drawn < 15;
    int others =
        external ? 0 : drawn < 45 ? 1 : drawn < 65 ? 2 : drawn < 83 ? 3 : 4 + random.nextInt(3);
    others = Math.min(Math.min(others, staff.users() - 1), left - 1);
    drawn = random.nextInt(100);
    int length = drawn < 45 ? 1 : drawn < 70 ? 2 : drawn < 85 ? 3 : 4 + random.nextInt(2);
    length = Math.max(1, Math.min(length, left / (others + 1)));
    Circle circle = others == 0 ? Circle.ALONE : Circle.of(random, staff, others);
    return new Shape(circle, length, others == 0 && reachesOutside);
  }

  /** A person of another company. */
  Staff.Mailbox external(SplittableRandom random) {
    int number = random.nextInt(EXTERNALS);
    PersonNames.Name name = outside.of(number);
    return new Staff.Mailbox(
        name.full(), name.nickname() + '@' + COMPANIES.get(number % COMPANIES.size()));
  }

  /** Takes what a mailbox holds. */
  @FunctionalInterface
  interface Taker {

    /**
     * @param mail what was written
     * @param position its place in the mailbox
     * @param mine whether the mailbox's owner wrote it
     */
    void take(Mail mail, int position, boolean mine) throws IOException;
  }

  /**
   * What a thread is like, whoever begins it.
   *
   * @param circle the users who take part
   * @param length how many mails it has
   * @param external whether somebody from outside takes part, as the last
   */
  private record Shape(Circle circle, int length, boolean external) {}

  /** A thread that somebody began, mail by mail. */
  private final class Talk {

    private final SplittableRandom random;
    private final long thread;
    private final List<Staff.Mailbox> everybody = new ArrayList<>();
    private final boolean copied;
    private Instant time = Instant.MIN;
    private int step = -1;
    private int speaker;

    private Talk(Shape shape, int number, int beginner) {
      this.random = chance.at(number, beginner);
      this.thread = random.nextLong();
      for (int part = 0; part < shape.circle.size(); part++) {
        everybody.add(staff.mailbox(shape.circle.user(staff, beginner, part)));
      }
      this.copied = reachesOutside && !shape.external && random.nextInt(10) == 0;
      if (shape.external || copied) {
        everybody.add(external(random));
      }
      this.speaker = shape.external && random.nextBoolean() ? 1 : 0;
    }

    private Mail next() {
      step++;
      int before = speaker;
      if (step == 0) {
        time = hours.any(random);
      } else {
        time = hours.after(random, time);
        speaker = another(before);
      }
      List<Staff.Mailbox> to = new ArrayList<>();
      List<Staff.Mailbox> cc = new ArrayList<>();
      for (int part = 0; part < everybody.size(); part++) {
        boolean addressed = step == 0 ? part <= Math.max(2, everybody.size() / 2) : part == before;
        if (part != speaker) {
          (addressed ? to : cc).add(everybody.get(part));
        }
      }
      if (everybody.size() == 1) {
        to.add(everybody.get(0));
      }
      return new Mail(random.nextLong(), thread, step, everybody.get(speaker), to, cc, time);
    }

    /** Somebody else to speak; who was only copied in does not. */
    private int another(int before) {
      int speakers = everybody.size() - (copied ? 1 : 0);
      return speakers == 1 ? 0 : (before + 1 + random.nextInt(speakers - 1)) % speakers;
    }
  }
}
