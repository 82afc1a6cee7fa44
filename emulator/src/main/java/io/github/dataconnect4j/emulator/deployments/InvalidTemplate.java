package io.github.dataconnect4j.emulator.deployments;

import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.truth.DeploymentBehavior;

/** Refusals of templates. */
final class InvalidTemplate {

  private InvalidTemplate() {}

  /** What is wrong with the template as a whole. */
  static ServiceError because(String why) {
    DeploymentBehavior.UNKNOWN_IS_REFUSED.observe();
    return ArmErrors.of(
        400, "InvalidTemplate", "Deployment template validation failed: '" + why + "'.");
  }

  /** What is wrong with an expression. */
  static ServiceError expression(String expression, String why) {
    DeploymentBehavior.UNKNOWN_IS_REFUSED.observe();
    return ArmErrors.of(
        400,
        "InvalidTemplate",
        "Unable to process template language expressions: '" + expression + "': " + why + ".");
  }
}
