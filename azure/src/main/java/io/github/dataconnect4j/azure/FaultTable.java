package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which status and code becomes which exception, and what cures it. */
final class FaultTable {

  private FaultTable() {}

  static DataConnectException translate(
      String attempt, ServiceFault fault, @Nullable Throwable cause) {
    Problem problem =
        new Problem(
            attempt,
            reason(fault),
            cure(fault),
            fault.code(),
            fault.requestId(),
            retry(fault.status()),
            Map.of());
    return switch (fault.status()) {
      case 401, 403 -> new NotPermittedException(problem, cause);
      case 404 -> new NotFoundException(problem, cause);
      case 409, 412 -> new ConflictException(problem, cause);
      case 429 -> new ThrottledException(problem, cause);
      default ->
          isFaultOfTheService(fault.status())
              ? new ServiceUnavailableException(problem, cause)
              : new RejectedException(problem, cause);
    };
  }

  /** A status of success is here only when the client could make nothing of the answer. */
  private static boolean isFaultOfTheService(int status) {
    return status < 400 || status == 408 || status >= 500;
  }

  private static String reason(ServiceFault fault) {
    if (fault.status() < 400) {
      return "The service's answer, of status " + fault.status() + ", could not be understood.";
    }
    String words =
        fault.message().isBlank()
            ? "The service answered " + fault.status() + " and gave no reason."
            : fault.message();
    return words.endsWith(".") ? words : words + ".";
  }

  private static Problem.Retry retry(int status) {
    if (status < 400) {
      return Problem.Retry.UNKNOWN;
    }
    return status == 429 || isFaultOfTheService(status) ? Problem.Retry.YES : Problem.Retry.NO;
  }

  private static String cure(ServiceFault fault) {
    String code = fault.code().orElse("");
    return switch (code) {
      case "AuthorizationFailed", "LinkedAuthorizationFailed" ->
          "Ask an owner of the subscription for a role that allows it: Contributor to make"
              + " resources, User Access Administrator to grant roles. A new role counts after a few"
              + " minutes and a new sign-in.";
      case "AuthorizationPermissionMismatch" ->
          "Grant the credential the role Storage Blob Data Reader on the storage account; it takes"
              + " up to ten minutes to count.";
      case "Authorization_RequestDenied" ->
          "Have an administrator grant the credential the Microsoft Graph permission for it, with"
              + " admin consent.";
      case "InvalidAuthenticationTokenTenant" ->
          "Sign in to the tenant that the subscription belongs to.";
      case "RequestDisallowedByPolicy" ->
          "Ask who keeps the subscription's Azure Policy for an exemption, or change what the policy"
              + " names.";
      case "SubscriptionNotFound" -> "Check the subscription id, and the tenant signed in to.";
      case "ResourceGroupNotFound" -> "Create the resource group first.";
      case "MissingSubscriptionRegistration" ->
          "Register the resource provider in the subscription first.";
      case "StorageAccountAlreadyTaken", "StorageAccountAlreadyExists" ->
          "Choose another name: storage accounts share one namespace in all Azure.";
      default -> cure(fault.status());
    };
  }

  private static String cure(int status) {
    return switch (status) {
      case 401 -> "Sign in again, with a credential of the right tenant and cloud.";
      case 403 -> "Ask an administrator for the role or permission that it needs.";
      case 404 -> "Check the name, and that the credential may see it.";
      case 409 -> "Look at what exists under that name, and change it or choose another.";
      case 412 -> "Somebody changed it meanwhile: read it again and repeat.";
      case 429 -> "Wait some minutes, and call less often.";
      default ->
          isFaultOfTheService(status)
              ? "Try again later; give the request id to Microsoft's support if it stays so."
              : "Change what the reason names.";
    };
  }
}
