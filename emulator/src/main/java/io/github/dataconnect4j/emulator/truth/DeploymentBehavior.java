package io.github.dataconnect4j.emulator.truth;

import static io.github.dataconnect4j.emulator.truth.Source.assumed;
import static io.github.dataconnect4j.emulator.truth.Source.documented;

/** What deployments of templates do. */
@SuppressWarnings("ImmutableEnumChecker") // a Source is an enum and a text
public enum DeploymentBehavior implements Behavior {
  WAITS_FOR_REFERENCES(
      "A resource waits for what its expressions refer to, beside what it says.",
      documented(MicrosoftPages.TEMPLATE_DEPENDENCIES)),
  EXPRESSION_LIMITS(
      "An expression has up to 24,576 characters, and all values of a template together up to 4 MiB.",
      documented(MicrosoftPages.TEMPLATE_LIMITS)),
  HISTORY(
      "Of a group's deployments the oldest are deleted when there are more than 700, down to 600.",
      documented(MicrosoftPages.DEPLOYMENT_HISTORY)),
  ALL_AT_ONCE(
      "Everything is made when the PUT arrives, each resource by the call that a client would send,"
          + " with the caller's own rights; these calls are not in the record of requests and meet"
          + " no ordered faults.",
      assumed("no page tells how Azure makes what a template asks for")),
  DONE_AT_SECOND_LOOK(
      "A deployment says that it is done at the second look.",
      assumed("no page tells how long one takes")),
  READY_TOGETHER(
      "What is ready at the same time is made before what only that makes ready.",
      assumed("Azure makes it side by side, in an order that no page tells")),
  FAILURE_KEEPS_BACK_DEPENDENTS(
      "A resource that fails keeps back only what depends on it.",
      assumed("no page tells what else is still made")),
  REGISTERS_PROVIDERS(
      "The providers that a template names are registered at once.",
      assumed("Azure registers them too, in a time that no page tells")),
  HASHES(
      "What uniqueString and guid give, and a template's hash, has Azure's form, and other values.",
      assumed("no page tells how they are made")),
  UNKNOWN_IS_REFUSED(
      "What is not known of a template is refused as InvalidTemplate, before anything is made where"
          + " it can be seen by then.",
      assumed("the emulator knows a part of the template language"));

  private final String text;
  private final Source source;

  DeploymentBehavior(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  @Override
  public String service() {
    return "deployments";
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
