package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Shows people as rows: in User_v1 and Manager_v0, in User_v0, and their mailbox's settings. */
final class PersonRows {

  /** Office 365 E5 and its Exchange plan. */
  private static final String LICENSE = "c7df2760-2c81-4ef7-b578-5b5392b571df";

  private static final String EXCHANGE_PLAN = "efb0351d-3b08-4503-993d-383af8de41e3";

  private static final List<Office> OFFICES =
      List.of(
          new Office("Lisbon", "Lisboa", "Portugal", "PT", "1100-150", "Rua Augusta 24"),
          new Office("Oslo", "Oslo", "Norway", "NO", "0158", "Storgata 11"),
          new Office("Nairobi", "Nairobi", "Kenya", "KE", "00100", "Kenyatta Avenue 7"),
          new Office("Toronto", "ON", "Canada", "CA", "M5H 2N2", "King Street 200"),
          new Office("Pune", "MH", "India", "IN", "411001", "MG Road 18"));

  private static final List<String> SKILLS =
      List.of(
          "Negotiating", "Planning", "Data analysis", "Public speaking", "Budgeting", "Writing");
  private static final List<String> INTERESTS =
      List.of("Chess", "Cycling", "Painting", "Choir", "Gardening", "Sailing", "Cooking");

  private final Staff staff;
  private final Chance chance;
  private final Instant until;

  PersonRows(Staff staff, Chance chance, Instant until) {
    this.staff = staff;
    this.chance = chance.of("profile");
    this.until = until;
  }

  /** The cells of somebody's entry in the directory. */
  RowShape.Cells directory(int number) {
    Profile profile = new Profile(number);
    return profile::directory;
  }

  /** The cells of somebody's entry in the address book of old. */
  RowShape.Cells addressBook(int number) {
    Profile profile = new Profile(number);
    return profile::addressBook;
  }

  /** The cells of a mailbox's settings. */
  RowShape.Cells settings(int number) {
    MailboxIds ids = MailboxIds.of(chance, number);
    return column ->
        switch (column) {
          case "archiveFolder" -> Cell.text(ids.folder(20));
          case "timeZone" -> Cell.text("UTC");
          case "automaticRepliesSetting" -> automaticReplies();
          case "language" ->
              Cell.object().put("locale", "en-US").put("displayName", "English (United States)");
          case "workingHours" -> workingHours();
          case "delegateMeetingMessageDeliveryOptions" -> Cell.text("sendToDelegateOnly");
          case "dateFormat" -> Cell.text("yyyy-MM-dd");
          case "timeFormat" -> Cell.text("HH:mm");
          case "ODataType" -> Spelling.GRAPH.type("mailboxSettings");
          default -> throw Cell.unknown("MailboxSettings", column);
        };
  }

  private ObjectNode automaticReplies() {
    ObjectNode replies = Cell.object();
    replies.set("status", Spelling.GRAPH.literal("automaticRepliesStatus", "disabled"));
    replies.set("externalAudience", Spelling.GRAPH.literal("externalAudienceScope", "all"));
    replies.put("internalReplyMessage", "").put("externalReplyMessage", "");
    replies
        .putObject("scheduledStartDateTime")
        .put("dateTime", Cell.zoneless(until))
        .put("timeZone", "UTC");
    replies
        .putObject("scheduledEndDateTime")
        .put("dateTime", Cell.zoneless(until.plus(1, ChronoUnit.DAYS)))
        .put("timeZone", "UTC");
    return replies;
  }

  private static ObjectNode workingHours() {
    ObjectNode hours = Cell.object();
    ArrayNode days = hours.putArray("daysOfWeek");
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      days.add(Spelling.GRAPH.literal("dayOfWeek", day));
    }
    // Times of day are on the first day of 1970 in the published samples.
    hours.put("startTime", "1970-01-01T08:00:00Z").put("endTime", "1970-01-01T18:00:00Z");
    hours.putObject("timeZone").put("name", "UTC");
    return hours;
  }

  private record Office(
      String city, String state, String country, String code, String postalCode, String street) {}

  /** One person's entry, all of whose columns follow from the number. */
  private final class Profile {

    private final Person person;
    private final PersonNames.Name name;
    private final String mail;
    private final Office office;
    private final String phone;
    private final String room;
    private final Instant created;
    private final String interest;
    private final String skill;

    private Profile(int number) {
      SplittableRandom random = chance.at(number);
      person = staff.person(number);
      name = staff.name(number);
      mail = staff.mailbox(number).address();
      office = Chance.pick(random, OFFICES);
      phone = "+1 555 01" + (10 + random.nextInt(90));
      room = (1 + random.nextInt(9)) + "/" + (1000 + random.nextInt(3000));
      created = until.minus(400 + random.nextInt(2000), ChronoUnit.DAYS);
      interest = Chance.pick(random, INTERESTS);
      skill = Chance.pick(random, SKILLS);
    }

    private JsonNode directory(String column) {
      return switch (column) {
        case "aboutMe",
            "ageGroup",
            "companyName",
            "consentProvidedForMinor",
            "legalAgeGroupClassification",
            "mobilePhone",
            "onPremisesImmutableId",
            "onPremisesLastSyncDateTime",
            "onPremisesSecurityIdentifier",
            "onPremisesSyncEnabled",
            "passwordPolicies" ->
            Cell.NULL;
        case "accountEnabled" -> Cell.flag(person.enabled());
        case "assignedLicenses" -> licenses();
        case "assignedPlans" -> assignedPlans();
        case "provisionedPlans" -> provisionedPlans();
        case "birthday", "hireDate" -> Cell.text("0001-01-01T00:00:00Z");
        case "businessPhones" -> Cell.texts(List.of(phone));
        case "city" -> Cell.text(office.city);
        case "country" -> Cell.text(office.country);
        case "createdDateTime" -> Cell.time(created);
        case "department" -> Cell.text(person.department());
        case "displayName" -> Cell.text(person.displayName());
        case "givenName" -> Cell.text(name.given());
        case "id" -> Cell.text(person.id());
        case "imAddresses" -> Cell.texts(List.of(mail));
        case "interests" -> Cell.texts(List.of(interest));
        case "jobTitle" -> Cell.text(person.jobTitle());
        case "mail" -> Cell.text(mail);
        case "mailNickname" -> Cell.text(name.nickname());
        case "mySite" -> Cell.text("https://my.example/personal/" + name.nickname() + "/");
        case "officeLocation" -> Cell.text(room);
        case "pastProjects", "responsibilities", "schools" -> Cell.array();
        case "postalCode" -> Cell.text(office.postalCode);
        case "preferredLanguage" -> Cell.text("en-US");
        case "preferredName" -> Cell.EMPTY;
        case "proxyAddresses" -> Cell.texts(List.of("SMTP:" + mail));
        case "skills" -> Cell.texts(List.of(skill));
        case "state" -> Cell.text(office.state);
        case "streetAddress" -> Cell.text(office.street);
        case "surname" -> Cell.text(name.family());
        case "usageLocation" -> Cell.text(office.code);
        case "userPrincipalName" -> Cell.text(person.principalName());
        case "userType" -> Cell.text(person.guest() ? "Guest" : "Member");
        default -> throw Cell.unknown("User", column);
      };
    }

    private JsonNode addressBook(String column) {
      return switch (column) {
        case "externalEmailAddress" -> Cell.NULL;
        case "languages" -> Cell.texts(List.of("en-US"));
        case "name" -> Cell.text(name.nickname());
        case "emailAddresses" -> Cell.texts(List.of("SMTP:" + mail));
        case "primarySmtpAddress" -> Cell.text(mail);
        case "displayName", "simpleDisplayName" -> Cell.text(person.displayName());
        case "city" -> Cell.text(office.city);
        case "department" -> Cell.text(person.department());
        case "firstName" -> Cell.text(name.given());
        case "lastName" -> Cell.text(name.family());
        case "office" -> Cell.text(room);
        case "phone" -> Cell.text(phone);
        case "postalCode" -> Cell.text(office.postalCode);
        case "stateOrProvince" -> Cell.text(office.state);
        case "streetAddress" -> Cell.text(office.street);
        case "title" -> Cell.text(person.jobTitle());
        case "userPrincipalName" -> Cell.text(person.principalName());
        case "company",
            "fax",
            "homePhone",
            "initials",
            "mobilePhone",
            "notes",
            "otherFax",
            "otherHomePhone",
            "otherTelephone",
            "pager",
            "postOfficeBox" ->
            Cell.EMPTY;
        default -> throw Cell.unknown("User_v0", column);
      };
    }

    private ArrayNode licenses() {
      ArrayNode licenses = Cell.array();
      ObjectNode license = licenses.addObject();
      license.putArray("disabledPlans");
      license.put("skuId", LICENSE);
      return licenses;
    }

    private ArrayNode assignedPlans() {
      ArrayNode plans = Cell.array();
      plans
          .addObject()
          .<ObjectNode>set("assignedDateTime", Cell.time(created))
          .put("capabilityStatus", "Enabled")
          .put("service", "exchange")
          .put("servicePlanId", EXCHANGE_PLAN);
      return plans;
    }

    private ArrayNode provisionedPlans() {
      ArrayNode plans = Cell.array();
      plans
          .addObject()
          .put("capabilityStatus", "Enabled")
          .put("provisioningStatus", "Success")
          .put("service", "exchange");
      return plans;
    }
  }
}
