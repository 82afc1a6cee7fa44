package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A registration that is being entered.
 *
 * @param base what it changes; empty for a new one
 * @param fields the wizard's first tab, as it was entered
 * @param datasets the second tab
 */
record Draft(Optional<AppRegistration> base, Fields fields, List<AuthorizedDataset> datasets) {

  Draft {
    datasets = List.copyOf(datasets);
  }

  static Draft empty() {
    return new Draft(Optional.empty(), new Fields("", "", "", "", ""), List.of());
  }

  static Draft of(AppRegistration base) {
    Entry entry = base.entry();
    return new Draft(
        Optional.of(base),
        new Fields(
            entry.subscriptionId(),
            entry.resourceGroup(),
            entry.destination().toString(),
            entry.applicationId(),
            entry.description()),
        entry.datasets());
  }

  Draft withFields(Fields changed) {
    return new Draft(base, changed, datasets);
  }

  /** The same with a dataset, in the place of its former columns and scope. */
  Draft with(AuthorizedDataset dataset) {
    List<AuthorizedDataset> all = new ArrayList<>(datasets);
    int place = placeOf(dataset.selection().dataset().name());
    if (place < 0) {
      all.add(dataset);
    } else {
      all.set(place, dataset);
    }
    return new Draft(base, fields, all);
  }

  Draft without(String dataset) {
    return new Draft(
        base,
        fields,
        datasets.stream()
            .filter(one -> !one.selection().dataset().name().equals(dataset))
            .toList());
  }

  Optional<AuthorizedDataset> dataset(String name) {
    int place = placeOf(name);
    return place < 0 ? Optional.empty() : Optional.of(datasets.get(place));
  }

  private int placeOf(String dataset) {
    for (int i = 0; i < datasets.size(); i++) {
      if (datasets.get(i).selection().dataset().name().equals(dataset)) {
        return i;
      }
    }
    return -1;
  }

  /** What is still missing or wrong. */
  List<String> faults() {
    List<String> faults = new ArrayList<>(fields.faults());
    if (datasets.isEmpty()) {
      faults.add("Datasets: add at least one.");
    }
    return faults;
  }

  /** The finished registration; only where nothing is missing. */
  Entry entry(String tenantId, String ownerId) {
    return new Entry(
        tenantId,
        fields.applicationId,
        ownerId,
        fields.description,
        fields.subscriptionId,
        fields.resourceGroup,
        URI.create(fields.destination),
        datasets);
  }

  /**
   * The first tab.
   *
   * @param subscriptionId the subscription's id
   * @param resourceGroup the resource group's name
   * @param destination the storage account's URI
   * @param applicationId the client id
   * @param description what the data is for
   */
  record Fields(
      String subscriptionId,
      String resourceGroup,
      String destination,
      String applicationId,
      String description) {

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      require(faults, "Subscription", subscriptionId);
      require(faults, "Resource group", resourceGroup);
      require(faults, "Storage account URI", destination);
      require(faults, "Application ID", applicationId);
      require(faults, "Description", description);
      if (!destination.isEmpty() && !isHttps(destination)) {
        faults.add("Storage account URI '" + destination + "' is not an https address.");
      }
      return faults;
    }

    private static void require(List<String> faults, String field, String value) {
      if (value.isEmpty()) {
        faults.add(field + " is missing.");
      }
    }

    private static boolean isHttps(String text) {
      try {
        URI uri = URI.create(text);
        return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
