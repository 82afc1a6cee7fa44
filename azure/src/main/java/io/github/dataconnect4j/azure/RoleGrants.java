package io.github.dataconnect4j.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.authorization.fluent.RoleAssignmentsClient;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.time.WaitPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Roles on the data of storage accounts. */
final class RoleGrants {

  private static final Logger LOG = LoggerFactory.getLogger(RoleGrants.class);

  /** How long a new principal may take to be known everywhere. */
  private static final WaitPolicy REPLICATION = WaitPolicy.brisk().withTotal(Duration.ofMinutes(3));

  private final AzureAccount account;
  private final Once<RoleAssignmentsClient> client;

  RoleGrants(AzureAccount account) {
    this.account = account;
    this.client =
        new Once<>(
            () ->
                AuthorizationManager.authenticate(account.armPipeline(), account.profile())
                    .roleServiceClient()
                    .getRoleAssignments());
  }

  boolean isGranted(StorageAccount storage, DataRole role, String principalId) {
    String filter = "principalId eq '" + principalId + "'";
    try {
      return client.get().listForScope(scope(storage), filter, null, null, Context.NONE).stream()
          .anyMatch(assignment -> grants(assignment, storage, role, principalId));
    } catch (RuntimeException e) {
      throw AzureErrors.translate("list the roles on the storage account " + storage.name(), e);
    }
  }

  void grant(StorageAccount storage, DataRole role, String principalId, Caller.Kind principalKind) {
    String attempt =
        "grant "
            + role.displayName()
            + " on the storage account "
            + storage.name()
            + " to "
            + principalId;
    RoleAssignmentCreateParameters parameters =
        new RoleAssignmentCreateParameters()
            .withRoleDefinitionId(
                "/subscriptions/"
                    + account.subscriptionId()
                    + "/providers/Microsoft.Authorization/roleDefinitions/"
                    + role.id())
            .withPrincipalId(principalId)
            // With the type given, Azure does not look the principal up in a replica that lags.
            .withPrincipalType(
                principalKind == Caller.Kind.USER
                    ? PrincipalType.USER
                    : PrincipalType.SERVICE_PRINCIPAL);
    account
        .waiting()
        .until(
            REPLICATION,
            () -> assign(attempt, storage, name(storage, role, principalId), parameters),
            limit ->
                Problem.of(
                    attempt,
                    "Azure did not know the principal yet when the wait ended (" + limit + ").",
                    "A new principal takes some minutes: repeat the call."));
    LOG.info(
        "role granted role={} account={} principal={}",
        role.displayName(),
        storage.name(),
        principalId);
  }

  private Optional<String> assign(
      String attempt,
      StorageAccount storage,
      String name,
      RoleAssignmentCreateParameters parameters) {
    try {
      client.get().create(scope(storage), name, parameters);
      return Optional.of(name);
    } catch (RuntimeException e) {
      if (AzureErrors.hasCode(e, "PrincipalNotFound")) {
        return Optional.empty();
      }
      if (AzureErrors.hasCode(e, "RoleAssignmentExists")) {
        return Optional.of(name);
      }
      throw AzureErrors.translate(attempt, e);
    }
  }

  // A list for a scope holds what lies beneath it as well, such as a role on one container.
  private static boolean grants(
      RoleAssignmentInner assignment, StorageAccount storage, DataRole role, String principalId) {
    return principalId.equalsIgnoreCase(assignment.principalId())
        && lower(assignment.roleDefinitionId()).endsWith("/" + role.id())
        && (lower(storage.id()) + "/").startsWith(withSlash(lower(assignment.scope())));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withSlash(String scope) {
    return scope.endsWith("/") ? scope : scope + "/";
  }

  /** The same for the same grant, so that repeating it changes nothing. */
  static String name(StorageAccount storage, DataRole role, String principalId) {
    String grant = lower(storage.id()) + "|" + role.id() + "|" + lower(principalId);
    return UUID.nameUUIDFromBytes(grant.getBytes(StandardCharsets.UTF_8)).toString();
  }

  // The client puts a slash before it.
  private static String scope(StorageAccount storage) {
    return storage.id().startsWith("/") ? storage.id().substring(1) : storage.id();
  }
}
