package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.ScopeKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A company that nobody works for, and what its people write each other.
 *
 * <p>Nothing is kept: each row is made anew out of the seed and its place, the same bytes each
 * time. A mail is the same in all mailboxes that have it, and in all datasets that show it.
 *
 * <p>Has rows of User_v0, User_v1, Manager_v0, MailboxSettings_v0, Message_v0, Message_v1,
 * SentItem_v0, SentItem_v1, Inbox_v1, TeamChat_v1, Event_v1, CalendarView_v0, Contact_v1,
 * GroupDetails_v0, GroupMembers_v0 and GroupOwners_v0; of every other dataset none. Each row has
 * every column of the catalog and the system columns.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class SyntheticTenant implements TenantRows {

  private static final int MESSAGES_PER_CHAT = 2;
  private static final int MESSAGES_PER_EVENT = 5;
  private static final int MESSAGES_PER_CONTACT = 10;

  private final Blueprint blueprint;
  private final Chance chance;
  private final Staff staff;
  private final Correspondence mail;
  private final Correspondence chats;
  private final Calendar calendar;

  public SyntheticTenant(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.chance = new Chance(blueprint.seed());
    this.staff = new Staff(blueprint, chance);
    OfficeHours hours = OfficeHours.of(blueprint);
    int messages = blueprint.messagesPerUser();
    this.mail = Correspondence.mail(staff, chance, hours, messages);
    this.chats = Correspondence.chats(staff, chance, hours, share(messages, MESSAGES_PER_CHAT));
    this.calendar = new Calendar(staff, chance, hours, share(messages, MESSAGES_PER_EVENT));
  }

  /** The users, then the outsiders. Made when asked for: a large tenant takes no memory. */
  public List<Person> people() {
    return staff.people();
  }

  /** A Microsoft 365 group for each department, and a security group of all but guests. */
  public List<Group> groups() {
    return staff.groups();
  }

  @Override
  public void stream(Dataset<?> dataset, Predicate<String> owner, Taker taker) throws IOException {
    Optional<Maker> maker = maker(dataset);
    if (maker.isEmpty()) {
      return;
    }
    boolean ofGroups = dataset.scopeKind() == ScopeKind.GROUP;
    boolean ofDirectory = Set.of("User_v0", "User_v1", "Manager_v0").contains(dataset.shortName());
    int owners =
        ofGroups ? staff.departments() + 1 : ofDirectory ? staff.everybody() : staff.users();
    RowShape shape = new RowShape(dataset);
    for (int number = 0; number < owners; number++) {
      String id = ofGroups ? staff.groupId(number) : staff.id(number);
      if (owner.test(id)) {
        maker.get().make(number, new Sheet(shape, id, taker));
      }
    }
  }

  private Optional<Maker> maker(Dataset<?> dataset) {
    PersonRows people = new PersonRows(staff, chance, blueprint.until());
    GroupRows groups = new GroupRows(staff, blueprint);
    EventRows events = new EventRows(chance);
    return Optional.ofNullable(
        switch (dataset.shortName()) {
          case "User_v0" -> (number, sheet) -> sheet.add(people.addressBook(number));
          case "User_v1" -> (number, sheet) -> sheet.add(people.directory(number));
          case "Manager_v0" ->
              (number, sheet) -> {
                Optional<Integer> manager = staff.manager(number);
                if (manager.isPresent() && !staff.person(number).guest()) {
                  sheet.add(people.directory(manager.get()));
                }
              };
          case "MailboxSettings_v0" -> (number, sheet) -> sheet.add(people.settings(number));
          case "Message_v0", "Message_v1" -> mails(dataset, Folder.ALL);
          case "SentItem_v0", "SentItem_v1" -> mails(dataset, Folder.SENT);
          case "Inbox_v1" -> mails(dataset, Folder.INBOX);
          case "TeamChat_v1" -> chatMessages(dataset);
          case "Event_v1" -> events(events);
          case "CalendarView_v0" -> occurrences(events);
          case "Contact_v1" -> contacts();
          case "GroupDetails_v0" -> (number, sheet) -> sheet.add(groups.details(number));
          case "GroupMembers_v0" ->
              (number, sheet) -> {
                for (int place = 0; place < staff.size(number); place++) {
                  sheet.add(groups.person(staff.member(number, place)));
                }
              };
          case "GroupOwners_v0" ->
              (number, sheet) -> sheet.add(groups.person(staff.member(number, 0)));
          default -> null;
        });
  }

  private Maker mails(Dataset<?> dataset, Folder folder) {
    MailRows rows = new MailRows(dataset, Spelling.of(dataset), chance);
    return (user, sheet) -> {
      MailboxIds ids = MailboxIds.of(chance, user);
      mail.of(
          user,
          (message, position, mine) -> {
            if (folder == Folder.ALL || mine == (folder == Folder.SENT)) {
              sheet.add(rows.cells(message, ids, position, mine));
            }
          });
    };
  }

  private Maker chatMessages(Dataset<?> dataset) {
    MailRows rows = new MailRows(dataset, Spelling.of(dataset), chance);
    return (user, sheet) -> {
      MailboxIds ids = MailboxIds.of(chance, user);
      chats.of(
          user,
          (message, position, mine) -> sheet.add(rows.chatCells(message, ids, position, mine)));
    };
  }

  private Maker events(EventRows rows) {
    return (user, sheet) -> {
      MailboxIds ids = MailboxIds.of(chance, user);
      calendar.of(user, (meeting, position, part) -> sheet.add(rows.event(meeting, ids, part)));
    };
  }

  private Maker occurrences(EventRows rows) {
    return (user, sheet) -> {
      MailboxIds ids = MailboxIds.of(chance, user);
      calendar.of(
          user,
          (meeting, position, part) -> {
            for (int week = 0; week < meeting.weeks(); week++) {
              sheet.add(rows.occurrence(meeting, ids, part, week));
            }
          });
    };
  }

  private Maker contacts() {
    ContactRows rows = new ContactRows(staff, chance, mail, blueprint.until());
    int count = share(blueprint.messagesPerUser(), MESSAGES_PER_CONTACT);
    return (user, sheet) -> {
      MailboxIds ids = MailboxIds.of(chance, user);
      for (int number = 0; number < count; number++) {
        sheet.add(rows.cells(user, number, ids));
      }
    };
  }

  private static int share(int messages, int perOne) {
    return (messages + perOne - 1) / perOne;
  }

  private enum Folder {
    ALL,
    INBOX,
    SENT
  }

  /** Makes the rows of one owner. */
  private interface Maker {
    void make(int number, Sheet sheet) throws IOException;
  }

  /** Takes the rows of one owner and numbers them. */
  private final class Sheet {

    private final RowShape shape;
    private final String ownerId;
    private final Taker taker;
    private int count;

    private Sheet(RowShape shape, String ownerId, Taker taker) {
      this.shape = shape;
      this.ownerId = ownerId;
      this.taker = taker;
    }

    private void add(RowShape.Cells cells) throws IOException {
      ObjectNode row = shape.row(ownerId, blueprint.tenantId(), count++, cells);
      taker.take(ownerId, row);
    }
  }
}
