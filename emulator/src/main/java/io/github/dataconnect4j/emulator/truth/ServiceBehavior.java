package io.github.dataconnect4j.emulator.truth;

import static io.github.dataconnect4j.emulator.truth.Source.assumed;
import static io.github.dataconnect4j.emulator.truth.Source.documented;
import static io.github.dataconnect4j.emulator.truth.Source.recorded;

import java.util.Locale;

/** What the services of Azure and Microsoft Entra do. Names begin with the service's. */
@SuppressWarnings("ImmutableEnumChecker") // a Source is an enum and a text
public enum ServiceBehavior implements Behavior {
  ENTRA_SECRETS(
      "Secrets of applications are synthetic and have the form of real ones.",
      assumed("the form is what real ones look like; no page tells it")),
  ENTRA_NO_SIGNING_KEYS(
      "The list of signing keys is empty, and nobody but the emulator can check a token.",
      assumed("no client that was recorded, of any language, checks access tokens")),
  ENTRA_CERTIFICATES(
      "An assertion is signed with PS256 or RS256, and names its certificate by SHA-256 or SHA-1.",
      documented(MicrosoftPages.CERTIFICATES)),
  ENTRA_CLOCK_OF_ASSERTIONS(
      "Assertions go by the machine's clock with five minutes to spare, registered certificates by"
          + " the emulator's.",
      assumed("who signs has the machine's clock; no page tells what is spared")),
  ENTRA_JTI(
      "The jti of an assertion must be there; that it comes once only is not checked.",
      assumed("no page says that a second use is refused")),
  CONTAINER_PATCH(
      "Of a container's properties, PATCH changes the metadata only; a lease keeps nobody from"
          + " deleting the container.",
      assumed("the rest is not imitated")),
  GRAPH_PATCH(
      "Of an application's properties, PATCH changes keyCredentials only.",
      assumed("the rest is not imitated, and refused with a text that says so")),
  GRAPH_ROLES(
      "What a caller may do goes by its directory roles; Graph permissions are not known.",
      assumed("the pages name both, and Data Connect needs no permission")),
  GRAPH_AUDIT_READERS(
      "Audit queries need Global Administrator or Global Reader, which the developer holds too.",
      assumed("the pages name permissions, and roles of the audit portal")),
  GRAPH_AUDIT_BY_LOOKS(
      "An audit query runs at the first look at it and has succeeded at the second.",
      assumed("no page tells how long it takes")),
  GRAPH_THROTTLING(
      "A refusal with 429 comes with Retry-After, and only where a fault was ordered.",
      documented(MicrosoftPages.GRAPH_THROTTLING)),
  ARM_PROVIDER_TAKES_A_MINUTE(
      "A resource provider takes a minute to register, a second in real time, and refuses writes"
          + " until then.",
      assumed("Azure registers region by region, in a time that no page tells")),
  ARM_DONE_AT_SECOND_LOOK(
      "Long-running operations end with the second look.",
      assumed("no page tells how long they take")),
  ARM_RETRY_AFTER(
      "Every answer of a long-running operation says Retry-After: 1.",
      recorded("azure/other-clients.md, 9")),
  ARM_KEEPS_OPERATIONS(
      "The latest 10,000 long-running operations are known; an older one is 404.",
      assumed("no page tells how long Azure knows them")),
  ARM_VERSIONS(
      "Each version in which an imitated operation was released is served alike, by the newest"
          + " description; any other is refused.",
      assumed("the versions differ in what is not imitated")),
  ARM_PAGES(
      "Every list takes $top and $maxpagesize, and has pages of up to 1000 unless its service says"
          + " otherwise.",
      assumed("pages of single lists name one of the two, or neither")),
  ARM_ONE_BILLING_ACCOUNT(
      "A second Microsoft.GraphServices account of an app is refused as 'already premium usage'.",
      assumed("app-registration-troubleshooting.md has the words, and not the answer")),
  DATA_FACTORY_KEEPS_RUNS(
      "Runs are forgotten after 45 days.", documented(MicrosoftPages.MONITORING)),
  DATA_FACTORY_ORDER_OF_RUNS(
      "Queries that ask for no order list the newest runs first.",
      assumed("no page tells an order")),
  DATA_FACTORY_SECRETS(
      "What looks like a secret leaves a linked service for good; elsewhere a mask stands for it.",
      assumed("no page lists which fields are taken for secrets")),
  DATA_FACTORY_TRIGGER_WRITTEN_STOPPED(
      "A trigger is stopped when it is written, whatever runtimeState is sent.",
      assumed("the reference calls runtimeState read-only, and does not say what becomes of one")),
  DATA_FACTORY_TRIGGER_STARTED_STAYS(
      "A started trigger is neither changed nor deleted: 400 TriggerEnabledCannotUpdate.",
      assumed(
          "code and words are in issue 46 of Azure/Synapse-workspace-deployment, for a change; the"
              + " status, and what a deletion says, are not")),
  DATA_FACTORY_TRIGGER_STARTED_TWICE(
      "Starting a trigger that runs changes nothing.",
      documented(
          "https://learn.microsoft.com/powershell/module/az.datafactory/start-azdatafactoryv2trigger")),
  DATA_FACTORY_TRIGGER_AT_ONCE(
      "Starting and stopping a trigger of a data factory is done with the answer, 200.",
      assumed("the operations are long-running by description, and clients take 200 alone")),
  DATA_FACTORY_TRIGGER_CHECKED_AT_START(
      "What a trigger says of its times is looked at when it is started, not when it is written.",
      assumed("no page tells; so what is not imitated can be kept")),
  DATA_FACTORY_TRIGGER_FIRST_TIME(
      "A trigger whose start time is past fires first at the next time counted from it.",
      documented(MicrosoftPages.SCHEDULE_TRIGGER)),
  DATA_FACTORY_TRIGGER_INVOKED_BY(
      "A run's invokedBy has the trigger's name and type, and an id of the firing.",
      assumed("the reference names the fields, and not the words in them")),
  SYNAPSE_MADE_AT_SECOND_LOOK(
      "A workspace is made at the second look.", assumed("no page tells how long it takes")),
  SYNAPSE_LOCATION(
      "Writes of artifacts answer 202 with a Location.",
      recorded("recordings of Microsoft's own in azure-sdk-for-js, synapse-artifacts")),
  SYNAPSE_WRITES_SHOW_LATER(
      "Writes of artifacts are checked at once, and show from the next look at the operation on,"
          + " or after ten seconds of the emulator's time.",
      assumed("no page tells when a write shows")),
  SYNAPSE_ROLES(
      "The data plane lets in a workspace's creator and its Owners and Contributors.",
      assumed("Synapse's own roles are not imitated")),
  SYNAPSE_KEPT_SETTINGS(
      "Firewall rules, auditing, security alerts, vulnerability assessments and Spark pools are kept,"
          + " and do nothing.",
      assumed("Microsoft's templates set them, and no copy needs them"));

  private final String text;
  private final Source source;

  ServiceBehavior(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  @Override
  public String service() {
    if (name().startsWith("DATA_FACTORY")) {
      return "data factory";
    }
    return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
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
