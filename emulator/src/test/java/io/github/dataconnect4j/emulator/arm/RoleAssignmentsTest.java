package io.github.dataconnect4j.emulator.arm;

import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.ACCOUNT;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.GROUP;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.TENANT;
import static io.github.dataconnect4j.emulator.arm.FakeTenant.APP_PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.tenant.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleAssignmentsTest {

  private static final String VERSION = "2022-04-01";
  private static final String NAME = "bbbbbbbb-0000-0000-0000-000000000001";
  private static final String OTHER_NAME = "bbbbbbbb-0000-0000-0000-000000000002";
  private static final String STRANGER = "dddddddd-0000-0000-0000-000000000001";

  private final EmulatedAzure azure = EmulatedAzure.withLanding();

  private Reply assign(String scope, String name, String principal, String type) {
    String definition =
        scope
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR.id();
    return azure.put(
        "/" + scope + "/providers/Microsoft.Authorization/roleAssignments/" + name,
        VERSION,
        "{'properties':{'roleDefinitionId':'"
            + definition
            + "','principalId':'"
            + principal
            + "'"
            + (type.isEmpty() ? "" : ",'principalType':'" + type + "'")
            + "}}");
  }

  private Reply list(String scope, String filter) {
    return azure.send(
        "GET",
        scope
            + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter="
            + filter.replace(" ", "%20"),
        "");
  }

  private boolean mayWrite(String principal, String resource) {
    return azure
        .world
        .roles()
        .holds(principal, resource, BuiltInRole.ids(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR));
  }

  @Test
  void holdForTheirScopeAndAllBeneath() {
    assertThat(assign(ACCOUNT, NAME, APP_PRINCIPAL, "").status()).isEqualTo(201);

    assertThat(mayWrite(APP_PRINCIPAL, ACCOUNT)).isTrue();
    assertThat(mayWrite(APP_PRINCIPAL, ACCOUNT.toUpperCase(java.util.Locale.ROOT) + "/x/y"))
        .isTrue();
    assertThat(mayWrite(APP_PRINCIPAL, ACCOUNT + "2")).isFalse();
    assertThat(mayWrite(APP_PRINCIPAL, GROUP)).isFalse();
    assertThat(mayWrite(STRANGER, ACCOUNT)).isFalse();
  }

  @Test
  void areNotMadeTwice() {
    assign(ACCOUNT, NAME, APP_PRINCIPAL, "ServicePrincipal");

    assertThat(assign(ACCOUNT, NAME, APP_PRINCIPAL, "ServicePrincipal").status()).isEqualTo(200);
    Reply second = assign(ACCOUNT, OTHER_NAME, APP_PRINCIPAL, "ServicePrincipal");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("RoleAssignmentExists");
    assertThat(assign(GROUP, OTHER_NAME, APP_PRINCIPAL, "ServicePrincipal").status())
        .isEqualTo(201);
  }

  @Test
  void wantAPrincipalThatExistsUnlessItsTypeIsTold() {
    Reply unknown = assign(ACCOUNT, NAME, STRANGER, "");

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.code()).isEqualTo("PrincipalNotFound");
    assertThat(assign(ACCOUNT, NAME, STRANGER, "ServicePrincipal").status()).isEqualTo(201);
    assertThat(assign(ACCOUNT, OTHER_NAME, APP_PRINCIPAL, "User").code())
        .isEqualTo("UnmatchedPrincipalType");
  }

  @Test
  void wantAScopeThatExists() {
    assertThat(assign(ACCOUNT + "2", NAME, APP_PRINCIPAL, "").code()).isEqualTo("ResourceNotFound");
    String container = ACCOUNT + "/blobServices/default/containers/";
    assertThat(assign(container + "none", NAME, APP_PRINCIPAL, "").status()).isEqualTo(404);
    assertThat(assign(container + "gdc", NAME, APP_PRINCIPAL, "").status()).isEqualTo(201);
  }

  @Test
  void areGivenByOwnersAndAccessAdministratorsOnly() {
    azure.world.roles().grant(GROUP, STRANGER, BuiltInRole.CONTRIBUTOR);
    azure.caller = new Caller(STRANGER, TENANT, Caller.Kind.USER);
    assertThat(assign(ACCOUNT, NAME, APP_PRINCIPAL, "").code()).isEqualTo("AuthorizationFailed");

    azure.world.roles().grant(GROUP, STRANGER, BuiltInRole.USER_ACCESS_ADMINISTRATOR);
    assertThat(assign(ACCOUNT, NAME, APP_PRINCIPAL, "").status()).isEqualTo(201);
  }

  @Test
  void ofAGroupHoldForItsMembers() {
    String member = azure.tenant.user(1, OfficeRegion.EUROPE).id();
    azure.tenant.groups.add(new Group(STRANGER, "Team", Group.Kind.SECURITY, List.of(member)));
    assign(ACCOUNT, NAME, STRANGER, "Group");

    assertThat(mayWrite(member, ACCOUNT)).isTrue();
    assertThat(list(ACCOUNT, "assignedTo('" + member + "')").body().path("value")).hasSize(1);
    assertThat(list(ACCOUNT, "principalId eq '" + member + "'").body().path("value")).isEmpty();
  }

  @Test
  void areListedByScopeAndPrincipal() {
    assign(ACCOUNT, NAME, APP_PRINCIPAL, "");

    assertThat(list(GROUP, "principalId eq '" + APP_PRINCIPAL + "'").text("/value/0/name"))
        .isEqualTo(NAME);
    assertThat(list(GROUP, "atScope()").body().path("value")).hasSize(1);
    assertThat(list(ACCOUNT, "").body().path("value")).hasSize(2);
    Reply listed = list(ACCOUNT, "principalId eq '" + APP_PRINCIPAL + "'");
    assertThat(listed.text("/value/0/properties/scope")).isEqualTo(ACCOUNT);
    assertThat(listed.text("/value/0/properties/roleDefinitionId"))
        .isEqualTo(
            EmulatedAzure.SUBSCRIPTION
                + "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe");
  }

  @Test
  void areTakenBack() {
    assign(ACCOUNT, NAME, APP_PRINCIPAL, "");
    String target =
        ACCOUNT
            + "/providers/Microsoft.Authorization/roleAssignments/"
            + NAME
            + "?api-version=2022-04-01";

    assertThat(azure.send("DELETE", target, "").status()).isEqualTo(200);
    assertThat(azure.send("DELETE", target, "").status()).isEqualTo(204);
    assertThat(azure.send("GET", target, "").code()).isEqualTo("RoleAssignmentNotFound");
    assertThat(mayWrite(APP_PRINCIPAL, ACCOUNT)).isFalse();
  }

  @Test
  void nameRolesThatAreFoundByNameAtAnyScope() {
    Reply found =
        azure.send(
            "GET",
            "/"
                + ACCOUNT
                + "/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01"
                + "&$filter=roleName%20eq%20'Storage%20Blob%20Data%20Contributor'",
            "");

    assertThat(found.body().path("value")).hasSize(1);
    assertThat(found.text("/value/0/name")).isEqualTo("ba92f5b4-2d11-453d-a403-e96b0029c9fe");
    assertThat(
            azure
                .get(
                    "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
                    VERSION)
                .text("/properties/roleName"))
        .isEqualTo("Owner");
  }
}
