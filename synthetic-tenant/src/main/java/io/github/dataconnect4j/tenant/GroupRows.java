package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows groups, and the people in them, as rows. */
final class GroupRows {

  private final Staff staff;
  private final String domain;
  private final Instant created;

  GroupRows(Staff staff, Blueprint blueprint) {
    this.staff = staff;
    this.domain = blueprint.domain();
    this.created = blueprint.until().minus(900, ChronoUnit.DAYS);
  }

  /** The cells of a group's entry in the directory; the one after the departments' is of all. */
  RowShape.Cells details(int group) {
    boolean ofAll = group == staff.departments();
    String name = ofAll ? "All Employees" : staff.departmentName(group);
    String nickname = Staff.nickname(name);
    String mail = nickname + '@' + domain;
    return column ->
        switch (column) {
          case "id" -> Cell.text(staff.groupId(group));
          case "createdDateTime", "renewedDateTime" -> Cell.time(created);
          case "description" -> Cell.text(ofAll ? "Everybody but guests" : "Department " + name);
          case "displayName" -> Cell.text(name);
          case "groupTypes" -> Cell.texts(ofAll ? List.of() : List.of("Unified"));
          case "mail" -> ofAll ? Cell.NULL : Cell.text(mail);
          case "mailEnabled" -> Cell.flag(!ofAll);
          case "mailNickname" -> Cell.text(nickname);
          case "proxyAddresses" -> Cell.texts(ofAll ? List.of() : List.of("SMTP:" + mail));
          case "resourceProvisioningOptions" -> Cell.array();
          case "securityEnabled" -> Cell.flag(ofAll);
          case "securityIdentifier" -> Cell.text(securityIdentifier(staff.groupId(group)));
          case "visibility" -> ofAll ? Cell.NULL : Cell.text("Private");
          case "deletedDateTime",
              "classification",
              "expirationDateTime",
              "isAssignableToRole",
              "membershipRule",
              "membershipRuleProcessingState",
              "onPremisesDomainName",
              "onPremisesLastSyncDateTime",
              "onPremisesSyncEnabled",
              "preferredDataLocation",
              "preferredLanguage",
              "theme" ->
              Cell.NULL;
          case "ODataType" -> Spelling.GRAPH.type("group");
          default -> throw Cell.unknown("GroupDetails", column);
        };
  }

  /** The cells of a member or owner. */
  RowShape.Cells person(int number) {
    Person person = staff.person(number);
    return column -> cell(person, column);
  }

  private static JsonNode cell(Person person, String column) {
    return switch (column) {
      case "id" -> Cell.text(person.id());
      case "userPrincipalName" -> Cell.text(person.principalName());
      case "displayName" -> Cell.text(person.displayName());
      case "ODataType" -> Spelling.GRAPH.type("user");
      default -> throw Cell.unknown("GroupMembers", column);
    };
  }

  /** A security identifier of the cloud: the parts of the object id as decimal numbers. */
  private static String securityIdentifier(String id) {
    StringBuilder text = new StringBuilder("S-1-12-1");
    String digits = id.replace("-", "");
    for (int i = 0; i < digits.length(); i += 8) {
      text.append('-').append(Long.parseLong(digits.substring(i, i + 8), 16));
    }
    return text.toString();
  }
}
