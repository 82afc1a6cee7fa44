package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people are told to do where there is no API. Sources: Microsoft's quickstart ({@code
 * data-connect-quickstart-01}, {@code -05}), {@code app-registration.md} and {@code
 * app-authorization.md}.
 */
final class HandOvers {

  private static final URI SETTINGS =
      URI.create(
          "https://admin.microsoft.com/adminportal/home#/Settings/Services/:/Settings/L1/O365DataPlan");
  private static final URI REGISTRATION = URI.create("https://aka.ms/mgdcinazure");
  private static final URI APPROVAL =
      URI.create("https://admin.microsoft.com/Adminportal/Home#/Settings/MGDCAdminCenter");

  private HandOvers() {}

  static HandOver switchOn() {
    return new HandOver(
        "Switch on Microsoft Graph Data Connect for the tenant",
        "a Global Administrator",
        SETTINGS,
        List.of(),
        List.of(
            "Open the link: Org settings, Services, Microsoft Graph Data Connect.",
            "Tick \"Turn Microsoft Graph Data Connect on or off for your entire organization\".",
            "For SharePoint, OneDrive or Viva Insights datasets tick theirs too. Save."));
  }

  static HandOver registration(Entry entry) {
    List<Map.Entry<String, String>> values = new ArrayList<>();
    values.add(Map.entry("Subscription", entry.subscriptionId()));
    values.add(Map.entry("Resource group", entry.resourceGroup()));
    values.add(Map.entry("Destination type", "Azure Storage Account"));
    values.add(Map.entry("Storage account", accountName(entry.destination())));
    values.add(Map.entry("Storage account URI", entry.destination().toString()));
    values.add(Map.entry("Application ID", entry.applicationId()));
    values.add(Map.entry("Description", entry.description()));
    values.add(Map.entry("Publish type", "Single-Tenant"));
    values.addAll(datasets(entry));
    return new HandOver(
        "Register the app with Data Connect",
        "an owner of the app, a member of the tenant",
        REGISTRATION,
        values,
        List.of(
            "Open the link and press Add.",
            "Enter the values above; columns and scope are chosen for each dataset.",
            "Review and create."));
  }

  static HandOver approval(Entry entry) {
    List<Map.Entry<String, String>> values = new ArrayList<>();
    values.add(Map.entry("Application ID", entry.applicationId()));
    values.add(Map.entry("Purpose", entry.description()));
    values.add(Map.entry("Delivered to", entry.destination().toString()));
    values.add(Map.entry("Valid for", "180 days from the approval"));
    values.addAll(datasets(entry));
    return new HandOver(
        "Decide on an app that asks for Microsoft 365 data",
        "a Global Administrator who does not own the app",
        APPROVAL,
        values,
        List.of(
            "Open the link: Org settings, Security & privacy, Microsoft Graph Data Connect"
                + " applications.",
            "Choose the app by its Application ID and go through its pages.",
            "Press Approve, or Decline."));
  }

  private static List<Map.Entry<String, String>> datasets(Entry entry) {
    List<Map.Entry<String, String>> values = new ArrayList<>();
    for (AuthorizedDataset one : entry.datasets()) {
      Dataset<?> dataset = one.selection().dataset();
      values.add(Map.entry("Dataset", dataset.name()));
      values.add(Map.entry("  Columns", String.join(", ", one.selection().columns())));
      values.add(Map.entry("  Scope", scope(one.scope())));
    }
    return values;
  }

  private static String scope(Scope scope) {
    return scope instanceof Scope.Everyone ? "All users" : scope.toString();
  }

  // The host's first label on Azure; on an emulator, which has one host for all, the path.
  private static String accountName(URI endpoint) {
    String path = endpoint.getPath().replace("/", "");
    String host = endpoint.getHost();
    return path.isEmpty() ? host.split("\\.", 2)[0] : path;
  }
}
