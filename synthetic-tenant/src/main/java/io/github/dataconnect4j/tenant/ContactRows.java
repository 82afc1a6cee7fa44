package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Shows the people that somebody keeps in an address book of their own as rows. */
final class ContactRows {

  private static final int CONTACTS_FOLDER = 14;

  private final Staff staff;
  private final Chance chance;
  private final Correspondence correspondence;
  private final Instant until;

  ContactRows(Staff staff, Chance chance, Correspondence correspondence, Instant until) {
    this.staff = staff;
    this.chance = chance.of("contact");
    this.correspondence = correspondence;
    this.until = until;
  }

  /** The cells of a user's contact of that number: colleagues and others by turns. */
  RowShape.Cells cells(int user, int number, MailboxIds ids) {
    SplittableRandom random = chance.at(user, number);
    Staff.Mailbox mailbox =
        number % 2 == 0 && staff.users() > 1
            ? staff.mailbox((user + 1 + random.nextInt(staff.users() - 1)) % staff.users())
            : correspondence.external(random);
    Instant created = until.minus(random.nextInt(700 * 24), ChronoUnit.HOURS);
    String id = ids.item(chance, number);
    int blank = mailbox.name().indexOf(' ');
    String company = mailbox.address().substring(mailbox.address().indexOf('@') + 1);
    return column ->
        switch (column) {
          case "id" -> Cell.text(id);
          case "createdDateTime", "lastModifiedDateTime" -> Cell.time(created);
          case "changeKey" -> Cell.text("EQAAABYAAAD" + id.substring(id.length() - 24));
          case "parentFolderId" -> Cell.text(ids.folder(CONTACTS_FOLDER));
          case "displayName" -> Cell.text(mailbox.name());
          case "givenName" -> Cell.text(mailbox.name().substring(0, blank));
          case "surname" -> Cell.text(mailbox.name().substring(blank + 1));
          case "companyName" -> Cell.text(company);
          case "emailAddresses" -> addresses(mailbox);
          case "imAddresses" -> Cell.texts(List.of("sip:" + mailbox.address()));
          case "fileAs", "personalNotes" -> Cell.EMPTY;
          case "businessPhones", "categories", "children", "homePhones" -> Cell.array();
          case "businessAddress", "homeAddress", "otherAddress" -> Cell.object();
          case "assistantName",
              "birthday",
              "businessHomePage",
              "department",
              "generation",
              "initials",
              "jobTitle",
              "manager",
              "middleName",
              "mobilePhone",
              "nickName",
              "officeLocation",
              "profession",
              "spouseName",
              "title",
              "yomiCompanyName",
              "yomiGivenName",
              "yomiSurname" ->
              Cell.NULL;
          case "ODataType" -> Spelling.GRAPH.type("contact");
          default -> throw Cell.unknown("Contact", column);
        };
  }

  private static ArrayNode addresses(Staff.Mailbox mailbox) {
    ArrayNode addresses = Cell.array();
    addresses.addObject().put("name", mailbox.name()).put("address", mailbox.address());
    return addresses;
  }
}
