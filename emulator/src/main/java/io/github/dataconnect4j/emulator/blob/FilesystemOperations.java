package io.github.dataconnect4j.emulator.blob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;

/** Filesystems: what containers are called in Data Lake Storage. */
final class FilesystemOperations {

  private final BlobStore store;
  private final ContainerOperations containers;

  FilesystemOperations(BlobStore store, ContainerOperations containers) {
    this.store = store;
    this.containers = containers;
  }

  Response list(Request request, Path path) {
    ListQuery query = new ListQuery(request);
    Page<Container> page =
        Page.of(
            store.containersOf(path.get("account")),
            new Page.Wanted(
                query.get("prefix"), "", query.from("continuation"), query.size("maxresults")));
    ObjectNode body = Json.object();
    ArrayNode filesystems = body.putArray("filesystems");
    for (Page.Entry<Container> entry : page.entries()) {
      ObjectNode filesystem = filesystems.addObject().put("name", entry.name());
      entry
          .value()
          .map(Container::stamp)
          .ifPresent(
              stamp ->
                  filesystem.put("etag", stamp.etag()).put("lastModified", stamp.lastModified()));
    }
    Response response = Response.json(200, body);
    return page.next()
        .map(next -> response.withHeader("x-ms-continuation", Page.Wanted.marker(next)))
        .orElse(response);
  }

  Response properties(Request request, Path path) {
    StorageBehavior.GEN2_EVERYWHERE.observe();
    Container container = ContainerOperations.required(store, request, path);
    return container.stamp().on(Response.empty(200)).withHeader("x-ms-namespace-enabled", "true");
  }

  Response create(Request request, Path path) {
    StorageBehavior.GEN2_EVERYWHERE.observe();
    return containers.create(request, path).withHeader("x-ms-namespace-enabled", "true");
  }

  Response delete(Request request, Path path) {
    return containers.delete(request, path);
  }
}
