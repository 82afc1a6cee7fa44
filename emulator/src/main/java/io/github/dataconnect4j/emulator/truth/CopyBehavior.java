package io.github.dataconnect4j.emulator.truth;

import static io.github.dataconnect4j.emulator.truth.Source.assumed;
import static io.github.dataconnect4j.emulator.truth.Source.documented;
import static io.github.dataconnect4j.emulator.truth.Source.recorded;

/** What a run of a Data Connect copy does, in a data factory and in a Synapse workspace alike. */
@SuppressWarnings("ImmutableEnumChecker") // a Source is an enum and a text
public enum CopyBehavior implements Behavior {
  RULE_APPLICATION(
      "Rule 1: an authorization of that application exists.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_APPROVAL(
      "Rule 2: it is approved and has not expired.", documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_APPLICATION_TENANT(
      "Rule 3: the service principal's tenant is the tenant of the registration.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_DATASET("Rule 4: the dataset is authorized.", documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_COLUMNS(
      "Rule 5: all columns asked for are authorized.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_DESTINATION_TENANT(
      "Rule 6: the destination's tenant is the authorized one.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_DESTINATION(
      "Rule 7: the destination is within the authorized sink.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  RULE_SCOPE(
      "Rule 8: all users allow any scope, groups any part of them, a filter only itself.",
      documented(MicrosoftPages.APP_AUTHORIZATION)),
  DATES(
      "A table that must be filtered by date is, by one of its columns, with start and end.",
      documented(MicrosoftPages.FILTERING)),
  SCOPE_IS_GROUPS_OR_FILTER(
      "A scope names groups, ten at most, or a filter, and not both.",
      documented(MicrosoftPages.FILTERING)),
  WHO_HAS_NO_ROWS(
      "Guests, disabled accounts and users without a cloud mailbox give no rows and no error.",
      documented(MicrosoftPages.FILTERING)),
  ONE_REGION(
      "A run gives rows of the Office region of its integration runtime alone, without an error.",
      documented(MicrosoftPages.DATASETS)),
  GROUPS_OF_MICROSOFT_365(
      "Teams channels and group conversations are of Microsoft 365 groups; others give nothing.",
      documented(MicrosoftPages.USERS_AND_GROUPS)),
  AZURE_RUNTIMES_ONLY(
      "A self-hosted integration runtime is refused.", documented(MicrosoftPages.CONNECTOR)),
  SERVICE_PRINCIPALS_ONLY(
      "Source and sink are signed in to as service principals.",
      documented(MicrosoftPages.CONNECTOR)),
  STAGES(
      "A run passes Initializing, Extracting Data and Persisting Data, and stays InProgress.",
      documented(MicrosoftPages.CONNECTOR)),
  OVERHEAD(
      "A run takes 45 minutes, however many rows it has, unless the emulator is told otherwise.",
      documented(MicrosoftPages.FAQ)),
  OUTPUT(
      "The output has the keys of any copy's; rows are counted unless bytes are copied.",
      documented(MicrosoftPages.COPY_MONITORING)),
  JSON_LINES("Rows are written as JSON, an object a line.", documented(MicrosoftPages.DATASETS)),
  FILE_NAMES("Files are named by GUIDs.", documented(MicrosoftPages.TUTORIAL)),
  METADATA_FOLDER(
      "What describes the run lies in the folder metadata beside the files.",
      documented(MicrosoftPages.TUTORIAL)),
  ERROR_ENVELOPE(
      "A copy fails with code 2200 and UserErrorOffice365DataLoaderError around the detail.",
      recorded("users' logs in issues 58 and 61 of OfficeDev/MS-Graph-Data-Connect")),
  ERROR_DETAILS(
      "Of the details, ConsentNotFound and the first sentence on columns are the service's.",
      recorded("README.md of roholub/m365-mgdc-fabric-blueprint")),
  TEXTS_OF_RULES(
      "Other texts of broken rules are ours; each ends in a code with what was requested and what"
          + " is authorized.",
      assumed("app-authorization.md promises texts and prints none")),
  ORDER_OF_RULES(
      "Rules are judged in the order of Microsoft's page, dates after them.",
      assumed("no page tells the order")),
  JUDGED_ONCE(
      "Rules are judged when a run initializes, and what is decided later does not stop it.",
      assumed("app-registration.md says so of deletions alone")),
  OFF_FAILS_RUN(
      "While Data Connect is off, a run fails as it initializes.",
      assumed("no page tells when it fails, and how")),
  STAGE_TIMES(
      "A run is 1 minute queued, 4 initializing, 30 extracting and 10 persisting; another run time,"
          + " such as real time's 8 seconds, is divided likewise.",
      assumed("the FAQ gives the sum alone")),
  SHOWN_AT_ONCE(
      "A run shows from its start on, unless the emulator is told to keep runs from readers.",
      assumed("no page tells how late a run may show")),
  STAGE_IN_OUTPUT(
      "The stage shows in output.executionDetails[0].status.",
      assumed("no source shows the output of a Data Connect copy")),
  INPUT(
      "The input of an activity's run shows its source and sink as the activity has them, with the"
          + " values of their expressions.",
      assumed("no source shows the input of a Data Connect copy")),
  FILES_AT_THE_END(
      "Files are written when persisting ends.", assumed("no page says when they show")),
  SINK_CHECKED_LATE(
      "The sink's role and container are checked when persisting begins.",
      assumed("users report the refusal there, no page does")),
  CANCELING(
      "Canceling takes 10 seconds, one in real time; of a run that has ended it changes nothing.",
      assumed("no page tells the time, or what becomes of an ended run")),
  SPELLING_OF_CANCELLED(
      "A run that was canceled is Cancelled.",
      assumed("the clients spell it so; monitor-programmatically.md says Canceled")),
  NUMBER_OF_FILES(
      "Up to 50 owners make one file, more up to four.",
      assumed("the pages say one file for each parallel job, and not how many there are")),
  FILES_WITHOUT_EXTENSION(
      "Names of files have no extension.", assumed("the tutorial does not show one")),
  EXPRESSION_LIMITS(
      "A text with an expression has up to 8,192 characters, and the values of one definition"
          + " together up to 4 MiB.",
      assumed(
          "the first figure is of Microsoft's page for Data Factory in Fabric, the other ours")),
  NO_ROWS_NO_FILE(
      "A run without rows writes its metadata only.", assumed("no page tells what it writes")),
  METADATA(
      "The file metadata/JobMetadata has the fields published for Viva Insights, without those for keys.",
      assumed("no page tells the fields for other datasets")),
  ORDER_OF_COLUMNS(
      "Rows have the asked columns in the asked order, then puser or pObjectId, ptenant, and the"
          + " system columns that the source has.",
      assumed("no page tells an order, and samples differ")),
  NO_COLUMNS(
      "A copy that asks for no columns gets whose the row is and the system columns alone.",
      assumed("no page tells what it gets")),
  HALF_OPEN_WINDOWS(
      "A window holds its start and not its end; equal bounds give nothing.",
      assumed("no page says which ends belong to it")),
  CALENDAR_WINDOWS(
      "A calendar view gives the events that start and end within its window, bounds included.",
      assumed("no page says which ends belong to it")),
  NESTED_GROUPS(
      "A scope's groups are expanded with the groups within them.",
      assumed("the pages say so of deny lists alone")),
  GROUPS_HAVE_NO_REGION(
      "Groups have no region: a run gives those of every one.",
      assumed("the emulated groups have no mailboxes of their own")),
  EVERY_GROUP_IS_A_TEAM(
      "Every Microsoft 365 group counts as a team.",
      assumed("the emulated directory has no teams")),
  FILTERS(
      "Filters of a scope take eq, ne, and, or, not, startswith and in over a user's properties;"
          + " anything else fails the run with a text that says so.",
      assumed("the pages say 'Graph query format' and no more")),
  SCOPE_ON_DATASET(
      "Scope and dates on the source's dataset count where the activity has none.",
      assumed("the pages disagree on where they go")),
  RESOLVED_RUNTIME(
      "A runtime that resolves its region by itself runs in the sink's.",
      assumed("the tutorial's parts disagree on whether it may")),
  DFS_IS_ANOTHER_PLACE(
      "The dfs and the blob endpoint of an account are two destinations, however they are written.",
      assumed("app-registration.md says to align them, and not what happens otherwise")),
  ONE_KIND_OF_SINK(
      "AzureBlobStorage wants a blob endpoint, AzureBlobFS a dfs endpoint, and each its own location"
          + " and write settings; texts that say otherwise are ours.",
      assumed("the connectors' pages show each with its own, and no refusal")),
  GEN2_WITHOUT_NAMESPACE(
      "AzureBlobFS may write to an account without a hierarchical namespace.",
      assumed("no page tells what such a copy does")),
  EMBEDDED_CERTIFICATE(
      "A linked service to Microsoft 365 may embed its certificate, or refer to a key vault.",
      documented(MicrosoftPages.OFFICE_LINKED_SERVICE)),
  CERTIFICATE_FOR_STORAGE(
      "A linked service to storage must refer to a key vault for its certificate.",
      assumed(
          "the clients' references say so of such properties; the text of the refusal is ours")),
  CERTIFICATE_TEXT(
      "That an embedded certificate does not open is told in a text of ours.",
      assumed("no source has the service's")),
  KEY_VAULTS(
      "Every key vault exists, its secrets have one version, and every host's managed identity may"
          + " get them.",
      assumed("key vaults have no address here, and so no policies")),
  KEY_VAULT_TEXT(
      "A secret that is not there fails the run with a text that users reported.",
      recorded("issue 97 of microsoft/MCW-Azure-Synapse-Analytics-and-AI")),
  KEY_VAULT_CODE(
      "The code of that failure is AzureKeyVaultError.", assumed("the report does not show it"));

  private final String text;
  private final Source source;

  CopyBehavior(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  @Override
  public String service() {
    return "runs";
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
