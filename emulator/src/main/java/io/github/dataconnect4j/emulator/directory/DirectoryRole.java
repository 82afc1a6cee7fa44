package io.github.dataconnect4j.emulator.directory;

import java.util.Optional;

/**
 * The roles of Microsoft Entra that Data Connect's onboarding asks for.
 *
 * <p>Source: Microsoft's page of Entra built-in roles, for names and template ids.
 */
public enum DirectoryRole {
  GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
  APPLICATION_ADMINISTRATOR("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"),
  APPLICATION_DEVELOPER("cf1c38e5-3621-4004-a7cb-879624dced7c", "Application Developer"),
  GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader");

  private final String templateId;
  private final String displayName;

  DirectoryRole(String templateId, String displayName) {
    this.templateId = templateId;
    this.displayName = displayName;
  }

  /** The id that the role has in every tenant. */
  public String templateId() {
    return templateId;
  }

  public String displayName() {
    return displayName;
  }

  /** The role of a template; empty for one that the emulator does not have. */
  public static Optional<DirectoryRole> ofTemplate(String templateId) {
    for (DirectoryRole role : values()) {
      if (role.templateId.equalsIgnoreCase(templateId)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
