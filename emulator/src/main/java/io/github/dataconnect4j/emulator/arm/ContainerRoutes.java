package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;

/** A storage account's blob service and its containers, as ARM shows them. */
final class ContainerRoutes {

  private static final String SERVICE = "/blobServices/default";

  private final Resources resources;
  private final Blobs blobs;
  private final ContainerLeases leases;

  ContainerRoutes(Resources resources, Blobs blobs, TimeSource time) {
    this.resources = resources;
    this.blobs = blobs;
    this.leases = new ContainerLeases(time);
  }

  void addTo(Routes routes, String account) {
    String containers = account + SERVICE + "/containers";
    routes
        .on(
            "GET",
            account + SERVICE,
            Reference.STORAGE_PROVIDER.operation("BlobServices_GetServiceProperties"),
            this::service)
        .on(
            "PUT",
            account + SERVICE,
            Reference.STORAGE_PROVIDER.operation("BlobServices_SetServiceProperties"),
            this::service)
        .on(
            "GET",
            containers,
            Reference.STORAGE_PROVIDER.operation("BlobContainers_List"),
            this::list)
        .on(
            "PUT",
            containers + "/{container}",
            Reference.STORAGE_PROVIDER.operation("BlobContainers_Create"),
            this::put)
        .on(
            "GET",
            containers + "/{container}",
            Reference.STORAGE_PROVIDER.operation("BlobContainers_Get"),
            this::get)
        .on(
            "PATCH",
            containers + "/{container}",
            Reference.STORAGE_PROVIDER.operation("BlobContainers_Update"),
            this::update)
        .on(
            "POST",
            containers + "/{container}/lease",
            Reference.STORAGE_PROVIDER.operation("BlobContainers_Lease"),
            this::lease)
        .on(
            "DELETE",
            containers + "/{container}",
            Reference.STORAGE_PROVIDER.operation("BlobContainers_Delete"),
            this::delete);
  }

  private Response service(Request request, Path path) {
    ObjectNode json = Json.object();
    json.put("id", requireAccount(path) + SERVICE).put("name", "default");
    json.put("type", "Microsoft.Storage/storageAccounts/blobServices").putObject("properties");
    return Response.json(200, json);
  }

  private Response list(Request request, Path path) {
    String account = requireAccount(path);
    return PagedList.of(
        request,
        blobs.containers(path.get("account")).stream()
            .map(container -> json(account, container))
            .toList());
  }

  private Response put(Request request, Path path) {
    String account = requireAccount(path);
    String container = path.get("container");
    if (!container.matches("(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
      throw ArmErrors.badRequest(
          "InvalidContainerName",
          "The specified container name '"
              + container
              + "' is invalid: 3 to 63 lower-case letters, digits and single hyphens.");
    }
    boolean exists = blobs.containerExists(path.get("account"), container);
    blobs.createContainer(path.get("account"), container);
    return Response.json(exists ? 200 : 201, json(account, container));
  }

  private Response get(Request request, Path path) {
    return Response.json(200, json(requireContainer(path), path.get("container")));
  }

  private Response update(Request request, Path path) throws IOException {
    ServiceBehavior.CONTAINER_PATCH.observe();
    String account = requireContainer(path);
    JsonNode metadata = request.json().at("/properties/metadata");
    if (metadata.isObject()) {
      leases.keepMetadata(id(account, path.get("container")), metadata);
    }
    return Response.json(200, json(account, path.get("container")));
  }

  private Response lease(Request request, Path path) throws IOException {
    String account = requireContainer(path);
    return Response.json(200, leases.change(id(account, path.get("container")), request.json()));
  }

  /** The full id of the account of a container that is there. */
  private String requireContainer(Path path) {
    String account = requireAccount(path);
    if (!blobs.containerExists(path.get("account"), path.get("container"))) {
      throw ArmErrors.of(404, "ContainerNotFound", "The specified container does not exist.");
    }
    return account;
  }

  private Response delete(Request request, Path path) {
    leases.forget(id(requireAccount(path), path.get("container")));
    boolean exists = blobs.containerExists(path.get("account"), path.get("container"));
    blobs.deleteContainer(path.get("account"), path.get("container"));
    return Response.empty(exists ? 200 : 204);
  }

  private String requireAccount(Path path) {
    return resources
        .require(
            "/subscriptions/"
                + path.get("s")
                + "/resourceGroups/"
                + path.get("g")
                + "/providers/Microsoft.Storage/storageAccounts/"
                + path.get("account"))
        .path("id")
        .asText();
  }

  private static String id(String account, String container) {
    return account + SERVICE + "/containers/" + container;
  }

  private ObjectNode json(String account, String container) {
    ObjectNode json = Json.object();
    json.put("id", id(account, container)).put("name", container);
    json.put("type", "Microsoft.Storage/storageAccounts/blobServices/containers");
    ObjectNode properties = json.putObject("properties");
    properties.put("publicAccess", "None");
    leases.show(id(account, container), properties);
    return json;
  }
}
