package io.github.dataconnect4j.emulator.portal;

import java.util.List;

/**
 * The portal does not do what it is asked. The texts of a self-approval, of a registration that is
 * gone and of a guest are Microsoft's ({@code app-authorization.md}, {@code
 * data-connect-troubleshooting.md}, 2024-11-07); the others are the emulator's.
 */
public final class PortalRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private PortalRefusedException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** The short name of what is wrong. */
  public String code() {
    return code;
  }

  static PortalRefusedException notSignedIn() {
    return new PortalRefusedException(
        401,
        "Unauthorized",
        "Nobody is signed in. Call POST /data-connect/sign-in, and send its token as a bearer"
            + " token.");
  }

  public static PortalRefusedException unknownUser(String user) {
    return new PortalRefusedException(
        400,
        "UserNotFound",
        "The directory has no user '" + user + "'. Give an object id or a user principal name.");
  }

  public static PortalRefusedException disabledUser(String user) {
    return new PortalRefusedException(
        403, "UserDisabled", "The account of '" + user + "' is disabled. Sign in as someone else.");
  }

  static PortalRefusedException dataConnectOff() {
    return new PortalRefusedException(
        403,
        "DataConnectDisabled",
        "Microsoft Graph Data Connect is not switched on for this tenant. Have a Global"
            + " Administrator switch it on first.");
  }

  static PortalRefusedException guest() {
    return new PortalRefusedException(400, "DeveloperEmailNotFound", "Developer email not found");
  }

  static PortalRefusedException unknownApplication(String applicationId) {
    return new PortalRefusedException(
        404,
        "ApplicationNotFound",
        "The directory has no application '"
            + applicationId
            + "'. Give the application (client) id, not the object id.");
  }

  static PortalRefusedException notOwner(String user, String applicationId) {
    return new PortalRefusedException(
        403,
        "NotApplicationOwner",
        "'"
            + user
            + "' is not an owner of application '"
            + applicationId
            + "'. Add the user as an owner in Microsoft Entra.");
  }

  public static PortalRefusedException notGlobalAdministrator(String user) {
    return new PortalRefusedException(
        403,
        "NotGlobalAdministrator",
        "'" + user + "' is not a Global Administrator, and only one may do this.");
  }

  static PortalRefusedException selfApproval() {
    return new PortalRefusedException(
        403, "ApproverIsOwner", "App approver and owner cannot be the same user.");
  }

  public static PortalRefusedException registrationNotFound() {
    return new PortalRefusedException(
        404,
        "RegistrationNotFound",
        "App registration not found. It is possible someone deleted this app.");
  }

  static PortalRefusedException outdated(String version, String current) {
    return new PortalRefusedException(
        409,
        "VersionConflict",
        "Version '"
            + version
            + "' is not the current one, which is '"
            + current
            + "'. Review the registration again and decide about that.");
  }

  public static PortalRefusedException invalid(List<String> faults) {
    return new PortalRefusedException(
        400, "InvalidRegistration", String.join(System.lineSeparator(), faults));
  }
}
