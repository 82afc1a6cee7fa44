package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.portal.web.Draft.Fields;
import io.github.dataconnect4j.emulator.portal.web.Sinks.Sink;
import io.github.dataconnect4j.tenant.Person;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The wizard's first tab: what is entered, and what can be chosen.
 *
 * @param fields what is entered
 * @param appName the chosen application's name; empty while none is chosen
 * @param isNew whether the app is not registered yet
 * @param subscriptions the ids of the subscriptions
 * @param groups the names of the resource groups
 * @param accounts the storage accounts, each with its two addresses
 * @param applications the applications that can be registered
 */
record InfoView(
    Fields fields,
    String appName,
    boolean isNew,
    List<Option> subscriptions,
    List<Option> groups,
    List<Account> accounts,
    List<Option> applications) {

  static InfoView of(Draft draft, PortalWorld world, Person person) {
    Fields fields = draft.fields();
    List<Sink> sinks = world.sinks().all();
    List<Option> applications =
        world.unregistered(person).stream()
            .map(one -> new Option(one.appId(), one.definition().displayName()))
            .toList();
    return new InfoView(
        fields,
        fields.applicationId().isEmpty() ? "" : world.nameOf(fields.applicationId()),
        draft.base().isEmpty(),
        options(sinks.stream().map(Sink::subscriptionId).toList(), fields.subscriptionId()),
        options(sinks.stream().map(Sink::resourceGroup).toList(), fields.resourceGroup()),
        accounts(sinks, fields.destination()),
        applications);
  }

  private static List<Option> options(List<String> known, String entered) {
    Set<String> all = new LinkedHashSet<>(known);
    if (!entered.isEmpty() && known.stream().noneMatch(entered::equalsIgnoreCase)) {
      all.add(entered);
    }
    return all.stream().map(one -> new Option(one, one)).toList();
  }

  private static List<Account> accounts(List<Sink> sinks, String entered) {
    List<Account> all = new ArrayList<>();
    boolean found = false;
    for (Sink sink : sinks) {
      String blob = sink.blob().toString();
      String dataLake = sink.dataLake().toString();
      found |= entered.equals(blob) || entered.equals(dataLake);
      all.add(
          new Account(
              sink.account(),
              List.of(
                  new Option(blob, blob + " (Blob storage)"),
                  new Option(dataLake, dataLake + " (Data Lake Storage Gen2)"))));
    }
    if (!found && !entered.isEmpty()) {
      all.add(new Account("As it is registered", List.of(new Option(entered, entered))));
    }
    return all;
  }

  /** What is missing, and what does not go together. */
  static List<String> faults(Fields fields, Sinks sinks) {
    List<String> faults = new ArrayList<>(fields.faults());
    for (Sink sink : sinks.all()) {
      boolean chosen =
          fields.destination().equals(sink.blob().toString())
              || fields.destination().equals(sink.dataLake().toString());
      if (chosen && !sink.resourceGroup().equalsIgnoreCase(fields.resourceGroup())) {
        faults.add(
            "Storage account '"
                + sink.account()
                + "' is in resource group '"
                + sink.resourceGroup()
                + "', not in '"
                + fields.resourceGroup()
                + "'.");
      }
      if (chosen && !sink.subscriptionId().equalsIgnoreCase(fields.subscriptionId())) {
        faults.add(
            "Storage account '"
                + sink.account()
                + "' is in subscription '"
                + sink.subscriptionId()
                + "', not in '"
                + fields.subscriptionId()
                + "'.");
      }
    }
    return faults;
  }

  /**
   * Something to choose.
   *
   * @param value what is sent
   * @param text what is shown
   */
  record Option(String value, String text) {

    /** Whether it is what was entered; the only one there is, is taken where nothing was. */
    boolean isChosen(String entered, int choices) {
      return entered.isEmpty() ? choices == 1 : value.equalsIgnoreCase(entered);
    }
  }

  /**
   * A storage account.
   *
   * @param name its name
   * @param uris its addresses
   */
  record Account(String name, List<Option> uris) {}
}
