package io.github.dataconnect4j.authorization;

/**
 * A way to break one of the eight authorization rules.
 *
 * <p>The rules are Microsoft's ({@code app-authorization.md}, 2024-11-07), in the order of that
 * page; the codes are ours, since Microsoft publishes none.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum RuleCode {
  APP_NOT_FOUND(
      1,
      "No app of this id is registered with Data Connect (ConsentNotFound).",
      "Register the app, then have it approved."),
  APP_NOT_APPROVED(
      2,
      "The app is registered and waits for an administrator.",
      "Have a Global Administrator who does not own the app approve it."),
  APP_DENIED(
      2,
      "An administrator has declined the app, or taken the approval back.",
      "Clear the reason with the administrator, who can approve it again."),
  APP_EXPIRED(
      2,
      "The approval has expired; one lasts 180 days.",
      "Have a Global Administrator approve the app again."),
  APP_TENANT_MISMATCH(
      3,
      "The app is registered in another tenant than the one it signs in to.",
      "Set the tenant of the linked service's service principal to the registration's."),
  DATASET_NOT_AUTHORIZED(
      4,
      "The dataset is not among the approved ones.",
      "Copy an approved dataset, or add this one to the registration and have it approved."),
  COLUMNS_NOT_AUTHORIZED(
      5,
      "Invalid requested columns. The following requested columns were not consented to.",
      "Ask for approved columns only, or add these to the registration and have it approved."),
  DESTINATION_TENANT_MISMATCH(
      6,
      "The storage account is in another tenant than the approved one.",
      "Deliver to the approved tenant, or register the other one and have it approved."),
  DESTINATION_MISMATCH(
      7,
      "The destination is outside the approved storage account, or names its other endpoint.",
      "Deliver to the approved account through the endpoint that was registered:"
          + " BlobContainer.named(…) for blob, BlobContainer.inDataLake(…) for dfs. Or change the"
          + " registration and have it approved."),
  SCOPE_MISMATCH(
      8,
      "The scope is wider than, or other than, the approved one.",
      "Ask for approved groups only, or repeat an approved filter to the letter; a wider scope"
          + " must be registered and approved.");

  private final int rule;
  private final String headline;
  private final String cure;

  RuleCode(int rule, String headline, String cure) {
    this.rule = rule;
    this.headline = headline;
    this.cure = cure;
  }

  /** The number of the rule, 1 to 8. */
  public int rule() {
    return rule;
  }

  /** What is wrong, in one sentence. */
  public String headline() {
    return headline;
  }

  /** What to do about it. */
  public String cure() {
    return cure;
  }
}
