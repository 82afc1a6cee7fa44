package io.github.dataconnect4j.emulator.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.tenant.Person;
import java.time.Instant;
import java.util.Optional;

/** Shows a registration as JSON: the fields as they are entered, and where consent stands. */
final class RegistrationView {

  private RegistrationView() {}

  static ObjectNode of(AppRegistration registration, Optional<Person> developer, Instant now) {
    Entry entry = registration.entry();
    ObjectNode view =
        Json.object()
            .put("applicationId", entry.applicationId())
            .put("version", registration.versionText())
            .put("state", registration.stateAt(now).label())
            .put("tenantId", entry.tenantId())
            .put("description", entry.description())
            .put("subscriptionId", entry.subscriptionId())
            .put("resourceGroup", entry.resourceGroup())
            .put("destination", entry.destination().toString())
            .put("developer", developer.map(Person::principalName).orElse(entry.ownerId()))
            .put("registeredOn", registration.registeredAt().toString())
            .put("lastModified", registration.modifiedAt().toString());
    ArrayNode datasets = view.putArray("datasets");
    entry.datasets().forEach(dataset -> datasets.add(dataset(dataset)));
    registration.decided().ifPresent(last -> view.set("decision", decision(last)));
    return view;
  }

  private static ObjectNode dataset(AuthorizedDataset dataset) {
    ObjectNode view = Json.object().put("dataset", dataset.selection().dataset().name());
    ArrayNode columns = view.putArray("columns");
    dataset.selection().columns().forEach(columns::add);
    ObjectNode scope = view.putObject("scope");
    if (dataset.scope() instanceof Scope.Groups groups) {
      ArrayNode ids = scope.put("type", "List").putArray("groups");
      groups.ids().stream().sorted().forEach(ids::add);
    } else if (dataset.scope() instanceof Scope.Filter filter) {
      scope.put("type", "FilterUri").put("filterUri", filter.uri());
    } else {
      scope.put("type", "All");
    }
    return view;
  }

  private static ObjectNode decision(Authorization last) {
    ObjectNode view =
        Json.object()
            .put("state", last.decision() == Decision.APPROVED ? "Approved" : "Denied")
            .put("version", last.version());
    last.approver().ifPresent(approver -> view.put("approver", approver));
    last.decidedAt().ifPresent(at -> view.put("decidedAt", at.toString()));
    last.expiresAt().ifPresent(at -> view.put("expiresAt", at.toString()));
    return view;
  }
}
