package io.github.dataconnect4j.emulator.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a registration's wizard would have in its fields, and names every fault at once. */
final class RegistrationForm {

  private final JsonNode body;
  private final People people;
  private final List<String> faults = new ArrayList<>();

  private RegistrationForm(JsonNode body, People people) {
    this.body = body;
    this.people = people;
  }

  /**
   * @throws PortalRefusedException if a field is missing or wrong
   */
  static Entry read(JsonNode body, String applicationId, String ownerId, People people) {
    return new RegistrationForm(body, people).read(applicationId, ownerId);
  }

  private Entry read(String applicationId, String ownerId) {
    String tenantId = required("tenantId");
    String description = required("description");
    String subscriptionId = required("subscriptionId");
    String resourceGroup = required("resourceGroup");
    Optional<URI> destination = destination(required("destination"));
    List<AuthorizedDataset> datasets = datasets();
    if (!faults.isEmpty() || destination.isEmpty()) {
      throw PortalRefusedException.invalid(faults);
    }
    return new Entry(
        tenantId,
        applicationId,
        ownerId,
        description,
        subscriptionId,
        resourceGroup,
        destination.get(),
        datasets);
  }

  private String required(String field) {
    String value = body.path(field).asText("").strip();
    if (value.isEmpty() || body.path(field).isNull()) {
      faults.add("'" + field + "' is missing.");
      return "";
    }
    return value;
  }

  private Optional<URI> destination(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text);
      if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every other text that is not the address of an account.
    }
    faults.add(
        "destination '"
            + text
            + "' is not the endpoint of a storage account. Write it as in"
            + " https://mgdcm365datastore.blob.core.windows.net.");
    return Optional.empty();
  }

  private List<AuthorizedDataset> datasets() {
    List<AuthorizedDataset> datasets = new ArrayList<>();
    Set<Dataset<?>> seen = new LinkedHashSet<>();
    for (JsonNode one : body.path("datasets")) {
      try {
        Dataset<?> dataset = Catalog.builtIn().dataset(one.path("dataset").asText());
        if (!seen.add(dataset)) {
          faults.add("Dataset " + dataset.name() + " is named twice. Put its columns together.");
        }
        Selection<?> columns = dataset.select(texts(one.path("columns")));
        datasets.add(new AuthorizedDataset(columns, scope(one.path("scope"))));
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    if (body.path("datasets").isEmpty()) {
      faults.add("'datasets' is empty. Name at least one.");
    }
    return datasets;
  }

  private Scope scope(JsonNode scope) {
    String type = scope.path("type").asText("");
    return switch (type) {
      case "All" -> Scope.everyone();
      case "List" -> new Scope.Groups(requireGroups(texts(scope.path("groups"))));
      case "FilterUri" -> Scope.filter(scope.path("filterUri").asText(""));
      default ->
          throw new IllegalArgumentException(
              "Scope '" + type + "' is none of All, List and FilterUri.");
    };
  }

  private Set<String> requireGroups(Set<String> ids) {
    for (String id : ids) {
      if (people.group(id).isEmpty()) {
        throw new IllegalArgumentException("The directory has no group '" + id + "'.");
      }
    }
    return ids;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
