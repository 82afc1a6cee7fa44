package io.github.dataconnect4j.emulator.synapse;

import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import java.net.URI;

/** Refusals of a workspace, in the shape of Azure Resource Manager. */
public final class SynapseErrors {

  private static final String UNAUTHORIZED = "Unauthorized";

  private SynapseErrors() {}

  /**
   * A call without a good token.
   *
   * @param authority where tokens are had
   * @param why what is wrong with the one that came
   */
  public static ServiceError unauthorized(URI authority, String why) {
    ServiceError refusal = ArmErrors.of(401, UNAUTHORIZED, why);
    return new ServiceError(
        refusal
            .response()
            .withHeader(
                "WWW-Authenticate",
                "Bearer authorization_uri=\""
                    + authority
                    + "\", resource_id=\"https://dev.azuresynapse.net\""),
        UNAUTHORIZED + ": " + why);
  }

  /**
   * A caller without the role. Azure says 403 with the code of a 401; source: issue 24423 of
   * Azure/azure-sdk-for-net.
   */
  static ServiceError forbidden(String principalId, String action, String workspace) {
    return ArmErrors.of(
        403,
        UNAUTHORIZED,
        "The principal '"
            + principalId
            + "' does not have the required Synapse RBAC permission to perform this action."
            + " Required permission: Action: Microsoft.Synapse/workspaces/"
            + action
            + ", Scope: workspaces/"
            + workspace
            + ".");
  }

  static ServiceError missingRun(String pipeline, String id) {
    return ArmErrors.of(
        404, "PipelineRunNotFound", "Pipeline '" + pipeline + "' has no run with ID '" + id + "'.");
  }

  static ServiceError missingWorkspace(String name) {
    return ArmErrors.of(
        404,
        "WorkspaceNotFound",
        "The workspace '" + name + "' was not found, or is not made yet.");
  }
}
