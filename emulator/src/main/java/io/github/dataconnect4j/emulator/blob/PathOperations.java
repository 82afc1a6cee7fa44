package io.github.dataconnect4j.emulator.blob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Json;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.ServiceError;

/**
 * The one thing that clients of Data Lake Storage ask its own endpoint for when they only read:
 * what a directory holds. Directories are what blob names have before a slash.
 */
final class PathOperations {

  private final BlobStore store;

  PathOperations(BlobStore store) {
    this.store = store;
  }

  Response list(Request request, Path path) {
    ListQuery query = new ListQuery(request);
    Container container =
        store
            .container(path.get("account"), path.get("container"))
            .orElseThrow(
                () -> error("FilesystemNotFound", "The specified filesystem does not exist."));
    String directory = query.get("directory").replaceAll("^/+|/+$", "");
    Page<Blob> page =
        container.page(
            new Page.Wanted(
                directory.isEmpty() ? "" : directory + "/",
                query.get("recursive").equalsIgnoreCase("true") ? "" : "/",
                query.from("continuation"),
                query.size("maxresults")));
    if (page.entries().isEmpty() && !directory.isEmpty()) {
      throw error("PathNotFound", "The specified path does not exist.");
    }
    ObjectNode body = Json.object();
    ArrayNode paths = body.putArray("paths");
    page.entries().forEach(entry -> describe(paths.addObject(), entry));
    Response response = Response.json(200, body);
    return page.next()
        .map(next -> response.withHeader("x-ms-continuation", Page.Wanted.marker(next)))
        .orElse(response);
  }

  private static void describe(ObjectNode path, Page.Entry<Blob> entry) {
    if (entry.value().isEmpty()) {
      path.put("name", entry.name().substring(0, entry.name().length() - 1));
      path.put("isDirectory", "true");
      path.put("contentLength", "0");
      return;
    }
    Blob blob = entry.value().get();
    path.put("name", entry.name());
    // Numbers and flags are texts here, as the service has them.
    path.put("contentLength", Long.toString(blob.length()));
    path.put("etag", blob.stamp().etag());
    path.put("lastModified", blob.stamp().lastModified());
  }

  private static ServiceError error(String code, String text) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", text);
    return new ServiceError(Response.json(404, body).withHeader("x-ms-error-code", code), code);
  }
}
