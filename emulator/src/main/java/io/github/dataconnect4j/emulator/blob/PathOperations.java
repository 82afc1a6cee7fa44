package io.github.dataconnect4j.emulator.blob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How files and directories of Data Lake Storage are found, read and deleted. */
final class PathOperations {

  private final BlobStore store;
  private final BlobOperations blobs;

  PathOperations(BlobStore store, BlobOperations blobs) {
    this.store = store;
    this.blobs = blobs;
  }

  Response list(Request request, Path path) {
    ListQuery query = new ListQuery(request);
    Container container = ContainerOperations.required(store, request, path);
    String directory = Folder.trimmed(query.get("directory"));
    PathPage page =
        container.paths(
            new PathPage.Wanted(
                directory.isEmpty() ? "" : directory + "/",
                query.get("recursive").equalsIgnoreCase("true")
                    ? PathPage.Depth.ALL
                    : PathPage.Depth.CHILDREN,
                query.from("continuation"),
                query.size("maxresults")));
    if (!directory.isEmpty() && !isDirectory(container, directory)) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    ObjectNode body = Json.object();
    ArrayNode paths = body.putArray("paths");
    page.entries().forEach(entry -> describe(paths.addObject(), entry, container.stamp()));
    Response response = Response.json(200, body);
    return page.next()
        .map(next -> response.withHeader("x-ms-continuation", Page.Wanted.marker(next)))
        .orElse(response);
  }

  /**
   * What {@code HEAD} shows: also asked for as {@code action=getStatus}, then without properties.
   */
  Response properties(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    String name = Folder.trimmed(path.get("blob"));
    Optional<Blob> blob = container.blob(name);
    boolean isDirectory = isDirectory(container, name);
    if (blob.isEmpty() && !isDirectory) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    if (blob.isEmpty()) {
      StorageBehavior.IMPLIED_DIRECTORIES.observe();
    }
    Response response =
        blob.isPresent() ? blobs.get(request, path) : container.stamp().on(Response.empty(200));
    response = response.withHeader("x-ms-resource-type", isDirectory ? "directory" : "file");
    return request.query().containsKey("action")
        ? response
        : response.withHeader(
            "x-ms-properties", properties(blob.map(Blob::metadata).orElse(Map.of())));
  }

  Response read(Request request, Path path) {
    return blobs.get(request, path).withHeader("x-ms-resource-type", "file");
  }

  Response delete(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    String name = Folder.trimmed(path.get("blob"));
    if (isDirectory(container, name)) {
      if (container.hasPathsIn(name)
          && !request.query("recursive").orElse("").equalsIgnoreCase("true")) {
        throw BlobError.DIRECTORY_NOT_EMPTY.on(request);
      }
      container.blob(name).map(Optional::of).ifPresent(BlobOperations.check(request));
      container.deleteTree(name);
    } else if (!container.delete(name, BlobOperations.check(request))) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    return Response.empty(200);
  }

  /** Whether there is a directory of that name: made as one, or implied by what is in it. */
  static boolean isDirectory(Container container, String name) {
    return container.blob(name).map(Folder::is).orElseGet(() -> container.hasPathsIn(name));
  }

  private static void describe(ObjectNode path, PathPage.Entry entry, Stamp implied) {
    Stamp stamp = entry.blob().map(Blob::stamp).orElse(implied);
    path.put("name", entry.name());
    // Numbers and flags are texts here, as the service has them.
    if (entry.isDirectory()) {
      path.put("isDirectory", "true");
    }
    path.put("contentLength", Long.toString(entry.blob().map(Blob::length).orElse(0L)));
    path.put("etag", stamp.etag());
    path.put("lastModified", stamp.lastModified());
  }

  /** Metadata as Data Lake Storage has it: one header, values in base 64. */
  private static String properties(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .filter(one -> !one.getKey().equals(Folder.MARK))
        .map(
            one ->
                one.getKey()
                    + "="
                    + Base64.getEncoder()
                        .encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8)))
        .sorted()
        .collect(Collectors.joining(","));
  }
}
