package io.github.dataconnect4j.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.ColumnType;
import io.github.dataconnect4j.dataset.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticTenantTest {

  private static final Instant UNTIL = Instant.parse("2026-03-04T12:30:00Z");
  private static final Blueprint BLUEPRINT =
      Blueprint.of("tenant-1", "contoso.example", OfficeRegion.EUROPE, UNTIL);

  private final SyntheticTenant tenant = new SyntheticTenant(BLUEPRINT);

  @Nested
  class Rows {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "User_v0",
          "User_v1",
          "Manager_v0",
          "MailboxSettings_v0",
          "Message_v0",
          "Message_v1",
          "SentItem_v0",
          "SentItem_v1",
          "Inbox_v1",
          "TeamChat_v1",
          "Event_v1",
          "CalendarView_v0",
          "Contact_v1",
          "GroupDetails_v0",
          "GroupMembers_v0",
          "GroupOwners_v0"
        })
    void haveTheColumnsOfTheCatalogAndTheSystemColumns(String name) throws IOException {
      Dataset<?> dataset = Catalog.builtIn().dataset(name);
      List<String> expected =
          new ArrayList<>(dataset.columns().stream().map(Column::name).toList());
      expected.addAll(Catalog.builtIn().systemColumns());
      List<ObjectNode> rows = rows(tenant, name);

      assertThat(rows).isNotEmpty();
      for (ObjectNode row : rows.subList(0, Math.min(200, rows.size()))) {
        assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
        dataset.columns().forEach(column -> assertType(dataset, column, row.get(column.name())));
      }
    }

    @Test
    void areTheSameBytesForTheSameSeedAndOthersForAnother() throws Exception {
      for (String name :
          List.of("Message_v1", "Event_v1", "TeamChat_v1", "User_v1", "Contact_v1")) {
        String digest = digest(tenant, name);
        assertThat(digest(new SyntheticTenant(BLUEPRINT), name)).isEqualTo(digest);
        assertThat(digest(new SyntheticTenant(BLUEPRINT.withSeed(2)), name)).isNotEqualTo(digest);
      }
    }

    @Test
    void doNotDependOnWhoElseIsAskedFor() throws IOException {
      String id = tenant.people().get(7).id();
      List<ObjectNode> alone = rows(tenant, "Message_v1", id::equals);
      List<ObjectNode> among =
          rows(tenant, "Message_v1").stream()
              .filter(row -> row.get("puser").textValue().equals(id))
              .toList();
      assertThat(alone).hasSize(100).isEqualTo(among);
    }

    @Test
    void areNumberedPerOwner() throws IOException {
      Map<String, Integer> counts = new HashMap<>();
      for (ObjectNode row : rows(tenant, "Message_v1")) {
        int expected = counts.merge(row.get("puser").textValue(), 1, Integer::sum) - 1;
        assertThat(row.get("datarow").intValue()).isEqualTo(expected);
        assertThat(row.get("userrow").intValue()).isEqualTo(expected);
        assertThat(row.get("pagerow").intValue()).isEqualTo(expected % 50);
        assertThat(row.get("ptenant").textValue()).isEqualTo("tenant-1");
      }
      assertThat(counts).hasSize(25);
    }

    @Test
    void areNoneForADatasetThatIsNotMadeUp() throws IOException {
      assertThat(rows(tenant, "PlannerTasks_v0")).isEmpty();
      assertThat(rows(tenant, "SharePointSites_v1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "2,1", "2,10", "3,2", "5,333", "40,0"})
    void areAsManyAsAskedForInEveryMailbox(int users, int messages) throws IOException {
      SyntheticTenant sized = new SyntheticTenant(BLUEPRINT.withSize(users, messages));
      for (Person person : sized.people()) {
        List<ObjectNode> all = rows(sized, "Message_v1", person.id()::equals);
        int sent = rows(sized, "SentItem_v1", person.id()::equals).size();
        int received = rows(sized, "Inbox_v1", person.id()::equals).size();
        assertThat(all).hasSize(messages);
        assertThat(sent + received).isEqualTo(messages);
        assertThat(all.stream().map(row -> row.get("id").textValue()).distinct()).hasSize(messages);
        assertThat(rows(sized, "TeamChat_v1", person.id()::equals)).hasSize((messages + 1) / 2);
        assertThat(rows(sized, "Event_v1", person.id()::equals)).hasSize((messages + 4) / 5);
        assertThat(rows(sized, "Contact_v1", person.id()::equals)).hasSize((messages + 9) / 10);
      }
    }

    @Test
    void areOfRealisticSize() throws IOException {
      double average =
          rows(tenant, "Message_v1").stream()
              .mapToInt(row -> bytes(row).length)
              .average()
              .orElseThrow();
      assertThat(average).isBetween(4000.0, 5200.0);
    }
  }

  @Nested
  class Mails {

    @Test
    void areTheSameInTheMailboxesOfSenderAndRecipients() throws IOException {
      Map<String, String> addresses = new HashMap<>();
      tenant.people().forEach(person -> addresses.put(person.principalName(), person.id()));
      Map<String, List<ObjectNode>> copies = new HashMap<>();
      for (ObjectNode row : rows(tenant, "Message_v1")) {
        copies
            .computeIfAbsent(row.get("internetMessageId").textValue(), id -> new ArrayList<>())
            .add(row);
      }
      for (List<ObjectNode> mail : copies.values()) {
        ObjectNode first = mail.get(0);
        Set<String> concerned = new HashSet<>();
        for (String column : List.of("toRecipients", "ccRecipients")) {
          first.get(column).forEach(one -> concerned.add(address(one)));
        }
        concerned.add(address(first.get("sender")));
        concerned.retainAll(addresses.keySet());
        assertThat(mail.stream().map(row -> row.get("puser").textValue()))
            .containsExactlyInAnyOrderElementsOf(concerned.stream().map(addresses::get).toList());
        for (String column :
            List.of(
                "subject",
                "sender",
                "from",
                "toRecipients",
                "ccRecipients",
                "sentDateTime",
                "conversationId",
                "conversationIndex",
                "body",
                "hasAttachments",
                "importance")) {
          assertThat(mail).extracting(row -> row.get(column)).containsOnly(first.get(column));
        }
        assertThat(mail.stream().map(row -> row.get("id")).distinct()).hasSize(mail.size());
      }
      assertThat(copies.values()).anyMatch(mail -> mail.size() > 3);
    }

    @Test
    void areTheSameInEveryDatasetThatShowsThem() throws IOException {
      Map<String, ObjectNode> all = byId(rows(tenant, "Message_v1"), "id");
      Map<String, ObjectNode> parts = byId(rows(tenant, "SentItem_v1"), "id");
      parts.putAll(byId(rows(tenant, "Inbox_v1"), "id"));
      assertThat(parts.keySet()).isEqualTo(all.keySet());
      parts.forEach(
          (id, row) -> {
            for (String column : List.of("body", "subject", "receivedDateTime", "parentFolderId")) {
              assertThat(row.get(column)).isEqualTo(all.get(id).get(column));
            }
          });
      byId(rows(tenant, "Message_v0"), "Id")
          .forEach(
              (id, row) -> {
                assertThat(row.get("Subject")).isEqualTo(all.get(id).get("subject"));
                assertThat(row.at("/Sender/EmailAddress/Address"))
                    .isEqualTo(all.get(id).at("/sender/emailAddress/address"));
                assertThat(row.at("/UniqueBody/ContentType").textValue())
                    .isEqualTo("Microsoft.OutlookServices.BodyType'HTML'");
              });
    }

    @Test
    void inSentItemsAreTheOwnersOwn() throws IOException {
      Map<String, Person> people = new HashMap<>();
      tenant.people().forEach(person -> people.put(person.id(), person));
      assertThat(rows(tenant, "SentItem_v1"))
          .isNotEmpty()
          .allSatisfy(
              row ->
                  assertThat(address(row.get("sender")))
                      .isEqualTo(people.get(row.get("puser").textValue()).principalName()));
    }

    @Test
    void answerEachOtherInThreads() throws IOException {
      Map<String, List<ObjectNode>> threads = new HashMap<>();
      for (ObjectNode row : rows(tenant, "Message_v1", tenant.people().get(3).id()::equals)) {
        threads
            .computeIfAbsent(row.get("conversationId").textValue(), id -> new ArrayList<>())
            .add(row);
      }
      assertThat(threads.values()).anyMatch(thread -> thread.size() > 2);
      for (List<ObjectNode> thread : threads.values()) {
        Instant earlier = Instant.MIN;
        String subject = thread.get(0).get("subject").textValue();
        for (int step = 0; step < thread.size(); step++) {
          ObjectNode row = thread.get(step);
          Instant sent = Instant.parse(row.get("sentDateTime").textValue());
          assertThat(sent).isAfter(earlier);
          earlier = sent;
          assertThat(row.get("subject").textValue())
              .isEqualTo(step == 0 ? subject : "RE: " + subject);
        }
      }
    }

    @Test
    void areWrittenInOfficeHoursOfThePeriod() throws IOException {
      long odd = 0;
      List<ObjectNode> rows = rows(tenant, "Message_v1");
      for (ObjectNode row : rows) {
        Instant sent = Instant.parse(row.get("sentDateTime").textValue());
        assertThat(sent).isBefore(UNTIL).isAfter(UNTIL.minus(Duration.ofDays(60)));
        int hour = sent.atOffset(ZoneOffset.UTC).getHour();
        DayOfWeek day = sent.atOffset(ZoneOffset.UTC).getDayOfWeek();
        if (hour < 8 || hour >= 18 || day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
          odd++;
        }
      }
      assertThat(odd).isLessThan(rows.size() / 20);
    }

    @Test
    void goToOtherCompaniesToo() throws IOException {
      assertThat(rows(tenant, "Inbox_v1"))
          .anyMatch(row -> !address(row.get("sender")).endsWith("@contoso.example"));
      assertThat(rows(tenant, "SentItem_v1"))
          .anyMatch(
              row ->
                  row.get("toRecipients").size() == 1
                      && !address(row.get("toRecipients").get(0)).endsWith("@contoso.example"));
    }

    @Test
    void writeEnumerationsAsODataLiterals() throws IOException {
      ObjectNode row = rows(tenant, "Message_v1").get(0);
      assertThat(row.at("/body/contentType").textValue())
          .isEqualTo("microsoft.graph.bodyType'html'");
      assertThat(row.at("/flag/flagStatus").textValue())
          .isEqualTo("microsoft.graph.followupFlagStatus'notFlagged'");
      assertThat(row.get("importance").textValue()).isIn("normal", "high");
      assertThat(row.get("ODataType").textValue()).isEqualTo("#microsoft.graph.message");
    }
  }

  @Nested
  class Events {

    @Test
    void areInTheCalendarsOfAllWhoMeet() throws IOException {
      Map<String, List<ObjectNode>> copies = new HashMap<>();
      for (ObjectNode row : rows(tenant, "Event_v1")) {
        copies.computeIfAbsent(row.get("iCalUId").textValue(), id -> new ArrayList<>()).add(row);
      }
      assertThat(copies.values())
          .allSatisfy(
              meeting -> {
                assertThat(meeting).hasSize(meeting.get(0).get("attendees").size() + 1);
                assertThat(meeting.stream().filter(row -> row.get("isOrganizer").booleanValue()))
                    .hasSize(1);
                assertThat(meeting)
                    .extracting(row -> row.get("start"))
                    .containsOnly(meeting.get(0).get("start"));
              });
    }

    @Test
    void showTimesWithSevenDigitsAndNoZone() throws IOException {
      assertThat(rows(tenant, "Event_v1"))
          .allSatisfy(
              row -> {
                assertThat(row.at("/start/dateTime").textValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:[03]0:00\\.0{7}");
                assertThat(row.at("/start/timeZone").textValue()).isEqualTo("UTC");
              });
    }

    @Test
    void thatRepeatAreOneInEventsAndFourInTheCalendarView() throws IOException {
      List<ObjectNode> masters =
          rows(tenant, "Event_v1").stream()
              .filter(row -> row.get("type").textValue().equals("seriesMaster"))
              .toList();
      List<ObjectNode> occurrences =
          rows(tenant, "CalendarView_v0").stream()
              .filter(row -> row.get("type").textValue().equals("occurrence"))
              .toList();
      assertThat(masters).isNotEmpty();
      assertThat(occurrences).hasSize(4 * masters.size());
      assertThat(occurrences.stream().map(row -> row.get("vseriesMasterId")).distinct())
          .containsExactlyElementsOf(masters.stream().map(row -> row.get("id")).toList());
      assertThat(occurrences.stream().map(row -> row.get("id")).distinct())
          .hasSize(occurrences.size());
    }
  }

  @Nested
  class People {

    @Test
    void haveNamesOfTheirOwnAndOneTreeOfManagers() {
      SyntheticTenant large = new SyntheticTenant(BLUEPRINT.withSize(30_000, 1));
      List<Person> people = large.people();
      Map<String, Person> byId = new HashMap<>();
      people.forEach(person -> byId.put(person.id(), person));
      assertThat(byId).hasSize(30_000);
      assertThat(people.stream().map(Person::principalName).distinct()).hasSize(30_000);
      assertThat(people).filteredOn(person -> person.managerId().isEmpty()).hasSize(1);
      for (Person person : people) {
        Person next = person;
        for (int steps = 0; steps < 4 && next.managerId().isPresent(); steps++) {
          next = byId.get(next.managerId().get());
        }
        assertThat(next.id()).isEqualTo(people.get(0).id());
      }
      assertThat(people)
          .allMatch(one -> one.principalName().matches("[a-z]+\\.[a-z]+\\d*@contoso\\.example"))
          .allMatch(Person::enabled)
          .allMatch(one -> one.region().equals(Optional.of(OfficeRegion.EUROPE)));
    }

    @Test
    void areAllUsersUnlessOutsidersAreAskedFor() throws IOException {
      assertThat(tenant.people()).hasSize(25).noneMatch(Person::guest);

      SyntheticTenant mixed =
          new SyntheticTenant(BLUEPRINT.withOutsiders(new Blueprint.Outsiders(2, 1, 3)));
      List<Person> outsiders = mixed.people().subList(25, 31);
      assertThat(outsiders).filteredOn(Person::guest).hasSize(2);
      assertThat(outsiders).filteredOn(person -> !person.enabled()).hasSize(1);
      assertThat(outsiders)
          .filteredOn(person -> !person.guest() && person.region().isEmpty())
          .hasSize(3);
      assertThat(rows(mixed, "User_v1")).hasSize(31);
      assertThat(rows(mixed, "Message_v1")).hasSize(2500);
      assertThat(mixed.people().subList(0, 25)).isEqualTo(tenant.people());
    }

    @Test
    void areInTheGroupOfTheirDepartmentAndInTheOneOfAll() throws IOException {
      SyntheticTenant mixed =
          new SyntheticTenant(BLUEPRINT.withOutsiders(new Blueprint.Outsiders(1, 1, 0)));
      Map<String, Person> byId = new HashMap<>();
      mixed.people().forEach(person -> byId.put(person.id(), person));
      List<Group> groups = mixed.groups();
      Group all = groups.get(groups.size() - 1);
      assertThat(all.kind()).isEqualTo(Group.Kind.SECURITY);
      assertThat(all.memberIds())
          .containsExactlyElementsOf(
              mixed.people().stream().filter(one -> !one.guest()).map(Person::id).toList());
      for (Group group : groups.subList(0, groups.size() - 1)) {
        assertThat(group.kind()).isEqualTo(Group.Kind.MICROSOFT_365);
        assertThat(group.memberIds())
            .isNotEmpty()
            .allMatch(id -> byId.get(id).department().equals(group.displayName()));
      }
      Map<String, Set<String>> members = new HashMap<>();
      for (ObjectNode row : rows(mixed, "GroupMembers_v0")) {
        members
            .computeIfAbsent(row.get("pObjectId").textValue(), id -> new HashSet<>())
            .add(row.get("id").textValue());
      }
      groups.forEach(
          group ->
              assertThat(members.get(group.id()))
                  .containsExactlyInAnyOrderElementsOf(group.memberIds()));
      assertThat(rows(mixed, "GroupOwners_v0")).hasSize(groups.size());
    }

    @Test
    void haveTheManagerThatTheDirectoryNames() throws IOException {
      Map<String, String> managers = new HashMap<>();
      rows(tenant, "Manager_v0")
          .forEach(row -> managers.put(row.get("puser").textValue(), row.get("id").textValue()));
      tenant
          .people()
          .forEach(
              person ->
                  assertThat(managers.get(person.id())).isEqualTo(person.managerId().orElse(null)));
    }
  }

  @Test
  void refusesABlueprintWithoutUsersOrDays() {
    assertThatThrownBy(() -> BLUEPRINT.withSize(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("users 0 is too small. Give at least 1.");
    assertThatThrownBy(() -> BLUEPRINT.withSize(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("messagesPerUser -1 is too small. Give at least 0.");
    assertThatThrownBy(() -> BLUEPRINT.withPeriod(Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period PT1H is too short for working days. Give at least PT24H.");
  }

  private static void assertType(Dataset<?> dataset, Column<?, ?> column, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    ColumnType type = column.type();
    boolean fits =
        switch (type) {
          case STRING -> value.isTextual();
          case DATETIME -> value.isTextual() && value.textValue().endsWith("Z");
          case BOOLEAN -> value.isBoolean();
          case INT32, INT64 -> value.isIntegralNumber();
          case DOUBLE, NUMBER -> value.isNumber();
          case OBJECT -> value.isObject();
          case ARRAY -> value.isArray();
        };
    if (!fits) {
      fail("%s of %s is no %s but %s", column.name(), dataset, type, value.getNodeType());
    }
  }

  private static String address(JsonNode recipient) {
    return recipient.at("/emailAddress/address").textValue();
  }

  private static Map<String, ObjectNode> byId(List<ObjectNode> rows, String column) {
    Map<String, ObjectNode> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.get(column).textValue(), row));
    return byId;
  }

  private static List<ObjectNode> rows(SyntheticTenant tenant, String name) throws IOException {
    return rows(tenant, name, owner -> true);
  }

  private static List<ObjectNode> rows(SyntheticTenant tenant, String name, Predicate<String> owner)
      throws IOException {
    List<ObjectNode> rows = new ArrayList<>();
    tenant.stream(
        Catalog.builtIn().dataset(name),
        owner,
        (id, row) -> {
          String column = row.has("pObjectId") ? "pObjectId" : "puser";
          assertThat(row.get(column).textValue()).isEqualTo(id);
          rows.add(row);
        });
    return rows;
  }

  private static byte[] bytes(JsonNode row) {
    return row.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(SyntheticTenant tenant, String name) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    tenant.stream(
        Catalog.builtIn().dataset(name), owner -> true, (id, row) -> digest.update(bytes(row)));
    byte[] sum = digest.digest();
    return HexFormat.of().formatHex(Arrays.copyOf(sum, 16));
  }
}
