package io.github.dataconnect4j.emulator.truth;

import static io.github.dataconnect4j.emulator.truth.Source.assumed;
import static io.github.dataconnect4j.emulator.truth.Source.documented;

/** What the portals of Data Connect do, and the audit log about them. */
@SuppressWarnings("ImmutableEnumChecker") // a Source is an enum and a text
public enum ConsentBehavior implements Behavior {
  STATES(
      "An app is Pending authorization, Approved, Denied, Expired or Update available.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  APPROVAL_LASTS_180_DAYS(
      "An approval lapses 180 days after it was given, and the app is Expired.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  APPROVAL_IS_RENEWED(
      "An approval can be given again at any time, for another 180 days.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  DECLINE_REVOKES(
      "A decline ends what was approved before.", documented(MicrosoftPages.APP_AUTHORIZATION)),
  GLOBAL_ADMINISTRATOR_DECIDES(
      "Only a Global Administrator approves and declines.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  OWNER_DOES_NOT_APPROVE(
      "Who owns the app cannot decide about it: 'App approver and owner cannot be the same user.'",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  OWNER_REGISTERS(
      "An owner of the app registers it; a Global Administrator may change and delete too.",
      documented(MicrosoftPages.APP_REGISTRATION)),
  GUEST_IS_REFUSED(
      "A guest's registration ends in 'Developer email not found'.",
      documented(MicrosoftPages.TROUBLESHOOTING)),
  AUDIT_FIELDS(
      "Records of decisions have the fields of MicrosoftGraphDataConnectConsent.",
      documented(MicrosoftPages.AUDIT_SCHEMA)),
  UPDATE_KEEPS_APPROVAL(
      "After a change, runs are judged by what was last approved, until somebody decides.",
      assumed("app-authorization.md says so, app-registration.md that the approval is void")),
  UPDATE_VOIDS_APPROVAL(
      "By order, a change voids what was approved, and runs fail until somebody decides.",
      documented(MicrosoftPages.APP_REGISTRATION)),
  UPDATE_OUTRANKS_EXPIRED(
      "Of an app that changed and whose approval has lapsed, the list shows Update available.",
      assumed("the page does not rank the states")),
  DENIED_IS_APPROVED_AT_ONCE(
      "Denied can be approved in one step.", assumed("no page says whether it takes more")),
  WHAT_MAKES_A_VERSION(
      "Only destination, datasets, columns and scope make a new version; a description does not.",
      assumed("the pages name these four and say nothing of the rest")),
  VERSIONS_COUNT_ON(
      "Versions count on after a registration was deleted.",
      assumed("no page says how versions are counted")),
  NOTHING_WHILE_OFF(
      "While Data Connect is off, nothing can be registered, deleted or decided.",
      assumed("the pages say only that the portal is disabled")),
  AUDIT_AT_ONCE(
      "Audit records show up at once.", assumed("the delay of the real log is not fixed")),
  AUDIT_STATE(
      "An audit record's State is Approved or Denied.",
      assumed("the schema does not tell the values")),
  AUDIT_OF_DECLINE(
      "A decline's record has the time of the decline as its expiry, and 0 valid days.",
      assumed("the schema makes both fields mandatory and says nothing of declines")),
  AUDIT_KEEPS(
      "The latest 10,000 records of decisions are kept, and as many of runs.",
      assumed("the real log forgets by age alone")),
  AUDIT_FORGETS(
      "A record is forgotten after 182 days.",
      assumed("the standard retention is 180 days; none says when a record is cleared away")),
  AUDIT_LISTS(
      "Lists within an audit record's texts are separated by commas.",
      assumed("the schema does not tell the form")),
  AUDIT_OF_RUN(
      "A run's record has the fields of a decision's that apply to it, and RunId.",
      assumed("the schema names the record and none of its fields"));

  private final String text;
  private final Source source;

  ConsentBehavior(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  @Override
  public String service() {
    return "portal";
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Source source() {
    return source;
  }
}
