package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.Licence;
import io.github.dataconnect4j.emulator.directory.PasswordCredential;
import io.github.dataconnect4j.emulator.directory.RoleAssignment;
import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Group.Kind;
import io.github.dataconnect4j.tenant.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory's objects as Graph shows them, with every property that can be filtered by. A
 * property that the emulator knows nothing of is null where people filter by it.
 */
public final class GraphObjects {

  /** What Graph tells of a user who is not asked for more. */
  static final List<String> USER_BY_DEFAULT =
      List.of(
          "businessPhones",
          "displayName",
          "givenName",
          "id",
          "jobTitle",
          "mail",
          "mobilePhone",
          "officeLocation",
          "preferredLanguage",
          "surname",
          "userPrincipalName");

  private static final List<String> UNKNOWN_OF_USERS =
      List.of(
          "city",
          "companyName",
          "country",
          "employeeId",
          "mobilePhone",
          "officeLocation",
          "postalCode",
          "preferredLanguage",
          "state",
          "usageLocation");

  private GraphObjects() {}

  /** A user, with all properties; also what a scope's filter is evaluated on. */
  public static ObjectNode toGraphUser(Person person) {
    String name = person.displayName();
    int space = name.lastIndexOf(' ');
    ObjectNode user =
        Json.object()
            .put("id", person.id())
            .put("displayName", name)
            .put("givenName", space < 0 ? name : name.substring(0, space))
            .put("surname", space < 0 ? null : name.substring(space + 1))
            .put("userPrincipalName", person.principalName())
            .put("mail", person.principalName())
            .put("mailNickname", before(person.principalName(), '@'))
            .put("department", orNull(person.department()))
            .put("jobTitle", orNull(person.jobTitle()))
            .put("userType", person.guest() ? "Guest" : "Member")
            .put("accountEnabled", person.enabled());
    user.putArray("businessPhones");
    UNKNOWN_OF_USERS.forEach(user::putNull);
    return user;
  }

  /** A group, with all properties; also what a scope's filter on groups is evaluated on. */
  public static ObjectNode toGraphGroup(Group group) {
    boolean mail = group.kind() != Kind.SECURITY;
    String nickname = group.displayName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    ObjectNode node =
        Json.object()
            .put("id", group.id())
            .put("displayName", group.displayName())
            .putNull("description")
            .put("mailEnabled", mail)
            .put("mailNickname", nickname)
            .put(
                "securityEnabled",
                group.kind() == Kind.SECURITY || group.kind() == Kind.MAIL_ENABLED_SECURITY);
    ArrayNode types = node.putArray("groupTypes");
    if (group.kind() == Kind.MICROSOFT_365) {
      types.add("Unified");
    }
    return node;
  }

  static ObjectNode application(Application application) {
    Application.Definition definition = application.definition();
    ObjectNode node =
        Json.object()
            .put("id", application.id())
            .put("appId", application.appId())
            .put("createdDateTime", application.createdAt().toString())
            .put("displayName", definition.displayName())
            .put("signInAudience", definition.signInAudience());
    if (!definition.uniqueName().isEmpty()) {
      node.put("uniqueName", definition.uniqueName());
    }
    texts(node.putArray("tags"), definition.tags());
    node.putArray("identifierUris");
    node.set("keyCredentials", KeyCredentialJson.withoutKeys(application.keys()));
    ArrayNode passwords = node.putArray("passwordCredentials");
    application.passwords().forEach(one -> passwords.add(password(one)));
    try {
      node.set("requiredResourceAccess", Json.MAPPER.readTree(definition.requiredResourceAccess()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("It was JSON when the application was made.", e);
    }
    return node;
  }

  static ObjectNode password(PasswordCredential password) {
    return Json.object()
        .put("keyId", password.keyId())
        .put("displayName", orNull(password.displayName()))
        .put("hint", password.hint())
        .put("startDateTime", password.startsAt().toString())
        .put("endDateTime", password.endsAt().toString())
        .putNull("secretText")
        .putNull("customKeyIdentifier");
  }

  static ObjectNode servicePrincipal(ServicePrincipal principal, String tenantId) {
    ObjectNode node =
        Json.object()
            .put("id", principal.id())
            .put("appId", principal.appId())
            .put("displayName", principal.displayName())
            .put("appDisplayName", principal.displayName())
            .put("accountEnabled", true)
            .put("servicePrincipalType", "Application")
            .put("appOwnerOrganizationId", tenantId);
    node.putArray("servicePrincipalNames").add(principal.appId());
    texts(node.putArray("tags"), principal.tags());
    return node;
  }

  static ObjectNode directoryRole(DirectoryRole role, String tenantId) {
    byte[] inTenant = (tenantId + role.templateId()).getBytes(StandardCharsets.UTF_8);
    return Json.object()
        .put("id", UUID.nameUUIDFromBytes(inTenant).toString())
        .put("displayName", role.displayName())
        .put("roleTemplateId", role.templateId());
  }

  static ObjectNode roleDefinition(DirectoryRole role) {
    return Json.object()
        .put("id", role.templateId())
        .put("templateId", role.templateId())
        .put("displayName", role.displayName())
        .put("isBuiltIn", true)
        .put("isEnabled", true);
  }

  static ObjectNode roleAssignment(RoleAssignment assignment) {
    return Json.object()
        .put("id", assignment.id())
        .put("principalId", assignment.principalId())
        .put("roleDefinitionId", assignment.role().templateId())
        .put("directoryScopeId", "/");
  }

  static ObjectNode licence(Licence licence, String tenantId, int people) {
    ObjectNode node =
        Json.object()
            .put("id", tenantId + "_" + licence.skuId())
            .put("skuId", licence.skuId())
            .put("skuPartNumber", licence.skuPartNumber())
            .put("appliesTo", "User")
            .put("capabilityStatus", "Enabled")
            .put("consumedUnits", people);
    node.putObject("prepaidUnits").put("enabled", people).put("suspended", 0).put("warning", 0);
    node.putArray("servicePlans");
    return node;
  }

  /** Says what an object is, for lists in which others stand beside it. */
  static ObjectNode withType(ObjectNode object, String type) {
    return object.put("@odata.type", "#microsoft.graph." + type);
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
