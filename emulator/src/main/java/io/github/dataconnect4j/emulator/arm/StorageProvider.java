package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.emulator.world.StorageEndpoints;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Storage accounts.
 *
 * <p>Of the endpoints only {@code blob} and {@code dfs} are shown: the emulator has no others, and
 * Azure's own names would lead a client out of the machine.
 */
public final class StorageProvider implements ArmProvider {

  private static final String PROVIDER = "/providers/Microsoft.Storage";
  private static final String SUBSCRIPTION = "/subscriptions/{s}" + PROVIDER;
  private static final String ACCOUNTS =
      "/subscriptions/{s}/resourceGroups/{g}" + PROVIDER + "/storageAccounts";
  private static final String ACCOUNT = ACCOUNTS + "/{account}";

  private final StorageAccountStore accounts;
  private final Resources resources;
  private final Operations operations;
  private final Blobs blobs;
  private final StorageEndpoints endpoints;
  private final TimeSource time;

  public StorageProvider(
      StorageAccountStore accounts,
      Resources resources,
      Operations operations,
      Blobs blobs,
      StorageEndpoints endpoints,
      TimeSource time) {
    this.accounts = accounts;
    this.resources = resources;
    this.operations = operations;
    this.blobs = blobs;
    this.endpoints = endpoints;
    this.time = time;
    resources.onRemoval(this::removeData);
  }

  @Override
  public String namespace() {
    return "Microsoft.Storage";
  }

  @Override
  public Set<String> apiVersions() {
    return ApiVersions.STORAGE;
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of(
        "storageAccounts",
        "storageAccounts/blobServices",
        "storageAccounts/blobServices/containers");
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .on(
            "POST",
            SUBSCRIPTION + "/checkNameAvailability",
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_CheckNameAvailability"),
            this::checkName)
        .on(
            "GET",
            SUBSCRIPTION + "/locations/{l}/operationResults/{op}",
            Operations.RESULT,
            this::poll)
        .on(
            "GET",
            SUBSCRIPTION + "/storageAccounts",
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_List"),
            (r, path) -> list(r, "/subscriptions/" + path.get("s")))
        .on(
            "GET",
            ACCOUNTS,
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_ListByResourceGroup"),
            (r, path) -> list(r, group(path)))
        .on(
            "PUT",
            ACCOUNT,
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_Create"),
            this::put)
        .on(
            "GET",
            ACCOUNT,
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_GetProperties"),
            (r, path) -> Response.json(200, resources.require(id(path))))
        .on(
            "PATCH",
            ACCOUNT,
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_Update"),
            this::patch)
        .on(
            "DELETE",
            ACCOUNT,
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_Delete"),
            (r, path) -> Response.empty(resources.remove(id(path)) ? 200 : 204))
        .on(
            "POST",
            ACCOUNT + "/listKeys",
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_ListKeys"),
            this::listKeys)
        .on(
            "POST",
            ACCOUNT + "/regenerateKey",
            Reference.STORAGE_PROVIDER.operation("StorageAccounts_RegenerateKey"),
            this::regenerateKey);
    new ContainerRoutes(resources, blobs, time).addTo(routes, ACCOUNT);
  }

  private Response put(Request request, Path path) throws IOException {
    String name = path.get("account");
    requireName(name);
    Optional<ObjectNode> known = accounts.resource(name);
    if (known.isPresent() && !known.get().path("id").asText().equalsIgnoreCase(id(path))) {
      throw ArmErrors.of(
          409,
          "StorageAccountAlreadyTaken",
          "The storage account named " + name + " is already taken.");
    }
    ObjectNode body = Bodies.read(request);
    String location = Locations.of(body);
    if (known.isPresent() && !known.get().path("location").asText().equals(location)) {
      throw ArmErrors.of(
          409,
          "InvalidResourceLocation",
          "The resource '"
              + name
              + "' already exists in location '"
              + known.get().path("location").asText()
              + "'. A resource with the same name cannot be created in location '"
              + location
              + "'. Please select a new resource name.");
    }
    known.ifPresent(one -> requireSameNamespace(one, body));
    ObjectNode account = account(path, body, location, known);
    resources.put(account);
    return known.isPresent()
        ? Response.json(200, account)
        : operations.accept(
            request,
            "/subscriptions/"
                + path.get("s")
                + PROVIDER
                + "/locations/"
                + location
                + "/operationResults",
            Response.json(200, account));
  }

  // Recorded: https://github.com/Azure/azure-rest-api-specs/issues/18441
  private static void requireSameNamespace(ObjectNode known, ObjectNode body) {
    JsonNode asked = body.at("/properties/isHnsEnabled");
    if (asked.isBoolean() && !asked.equals(known.at("/properties/isHnsEnabled"))) {
      throw ArmErrors.badRequest(
          "AccountPropertyCannotBeUpdated",
          "The property 'isHnsEnabled' was specified in the input, but it cannot be updated as it"
              + " is read-only. For more information, see - https://aka.ms/storageaccountupdate");
    }
  }

  private ObjectNode account(
      Path path, ObjectNode body, String location, Optional<ObjectNode> known) {
    String name = path.get("account");
    String sku = body.at("/sku/name").asText();
    if (sku.isEmpty()) {
      throw ArmErrors.badRequest(
          "InvalidValuesForRequestParameters", "Values for request parameters are invalid: sku.");
    }
    ObjectNode account = body.deepCopy();
    account.put("id", id(path)).put("name", name).put("type", StorageAccountStore.TYPE);
    account.put("location", location);
    account.withObject("/sku").put("tier", sku.substring(0, Math.max(0, sku.indexOf('_'))));
    ObjectNode properties = account.withObject("/properties");
    known
        .map(one -> one.at("/properties/isHnsEnabled"))
        .filter(JsonNode::isBoolean)
        .ifPresent(hierarchical -> properties.set("isHnsEnabled", hierarchical));
    properties.put("provisioningState", "Succeeded").put("statusOfPrimary", "available");
    properties.put("primaryLocation", location);
    properties.put(
        "creationTime",
        known
            .map(one -> one.at("/properties/creationTime").asText())
            .orElseGet(() -> time.now().toString()));
    StorageBehavior.PATH_STYLE.observe();
    properties
        .putObject("primaryEndpoints")
        .put("blob", directory(endpoints.of(StorageKind.BLOB, name)))
        .put("dfs", directory(endpoints.of(StorageKind.DATA_LAKE, name)));
    return account;
  }

  private Response patch(Request request, Path path) throws IOException {
    ObjectNode account = resources.require(id(path));
    ObjectNode body = Bodies.read(request);
    requireSameNamespace(account, body);
    for (String field : List.of("tags", "sku", "identity")) {
      if (body.has(field)) {
        account.set(field, body.get(field));
      }
    }
    if (body.get("properties") instanceof ObjectNode properties) {
      account.withObject("/properties").setAll(properties);
    }
    resources.put(account);
    return Response.json(200, account);
  }

  private Response list(Request request, String scope) {
    return PagedList.of(request, resources.ofType(scope, StorageAccountStore.TYPE));
  }

  private Response listKeys(Request request, Path path) {
    resources.require(id(path));
    return describe(accounts.keys(path.get("account")));
  }

  private Response regenerateKey(Request request, Path path) throws IOException {
    resources.require(id(path));
    String keyName = Bodies.read(request).path("keyName").asText();
    int index = List.of("key1", "key2").indexOf(keyName);
    if (index < 0) {
      throw ArmErrors.badRequest(
          "InvalidValuesForRequestParameters",
          "Values for request parameters are invalid: keyName.");
    }
    return describe(accounts.regenerateKey(path.get("account"), index));
  }

  private static Response describe(List<String> keys) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("keys");
    for (String key : keys) {
      String name = "key" + (list.size() + 1);
      list.addObject().put("keyName", name).put("value", key).put("permissions", "FULL");
    }
    return Response.json(200, json);
  }

  private Response checkName(Request request, Path path) throws IOException {
    String name = Bodies.read(request).path("name").asText();
    ObjectNode answer = Json.object();
    if (!isName(name)) {
      answer.put("nameAvailable", false).put("reason", "AccountNameInvalid");
      answer.put("message", invalidName(name));
    } else if (accounts.resource(name).isPresent()) {
      answer.put("nameAvailable", false).put("reason", "AlreadyExists");
      answer.put("message", "The storage account named " + name + " is already taken.");
    } else {
      answer.put("nameAvailable", true);
    }
    return Response.json(200, answer);
  }

  private Response poll(Request request, Path path) {
    return operations.poll(path.get("op"));
  }

  private void removeData(ObjectNode removed) {
    if (Resources.isType(removed, StorageAccountStore.TYPE)) {
      String name = removed.path("name").asText();
      accounts.forgetKeys(name);
      blobs.containers(name).forEach(container -> blobs.deleteContainer(name, container));
    }
  }

  private static void requireName(String name) {
    if (!isName(name)) {
      throw ArmErrors.badRequest("AccountNameInvalid", invalidName(name));
    }
  }

  private static boolean isName(String name) {
    return name.matches("[a-z0-9]{3,24}");
  }

  private static String invalidName(String name) {
    return name
        + " is not a valid storage account name. Storage account name must be between 3 and 24"
        + " characters in length and use numbers and lower-case letters only.";
  }

  private static String directory(URI endpoint) {
    String text = endpoint.toString();
    return text.endsWith("/") ? text : text + "/";
  }

  private static String group(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }

  private static String id(Path path) {
    return group(path) + PROVIDER + "/storageAccounts/" + path.get("account");
  }
}
