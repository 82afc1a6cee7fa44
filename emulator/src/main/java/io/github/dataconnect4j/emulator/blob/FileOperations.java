package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How files and directories of Data Lake Storage are made, written and renamed. */
final class FileOperations {

  /** Content headers: given as {@code x-ms-<name>}. */
  private static final List<String> CONTENT_HEADERS =
      List.of(
          "Content-Type",
          "Content-Encoding",
          "Content-Language",
          "Content-Disposition",
          "Content-MD5",
          "Cache-Control");

  private final BlobStore store;

  FileOperations(BlobStore store) {
    this.store = store;
  }

  /** Makes an empty file. */
  Response createFile(Request request, Path path) throws IOException {
    return create(request, path, properties(request));
  }

  Response createDirectory(Request request, Path path) throws IOException {
    StorageBehavior.DIRECTORIES.observe();
    Map<String, String> metadata = new HashMap<>(properties(request));
    metadata.putAll(Folder.METADATA);
    return create(request, path, metadata);
  }

  private Response create(Request request, Path path, Map<String, String> metadata)
      throws IOException {
    Container container = ContainerOperations.required(store, request, path);
    if (container.hasPathsIn(Folder.trimmed(path.get("blob")))) {
      StorageBehavior.FILE_BESIDE_DIRECTORY.observe();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.putAll(headers(request));
    Blob blob =
        container.put(
            Folder.trimmed(path.get("blob")),
            BlobOperations.check(request),
            new Container.Draft(headers, metadata),
            store.spool().finish());
    return blob.stamp().on(Response.empty(201));
  }

  /** Takes bytes in, which show once they are flushed. */
  Response append(Request request, Path path) throws IOException {
    Container container = ContainerOperations.required(store, request, path);
    String name = Folder.trimmed(path.get("blob"));
    if (container.blob(name).filter(blob -> !Folder.is(blob)).isEmpty()) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    String id = Block.idAt(position(request));
    Upload.Received received = new Upload(request).receive(store);
    if (!container.stage(name, id, received.content())) {
      throw BlobError.INVALID_BLOB_OR_BLOCK.on(request);
    }
    return received.on(Response.empty(202));
  }

  Response flush(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    String name = Folder.trimmed(path.get("blob"));
    if (container.blob(name).isEmpty()) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    return container
        .append(
            name,
            BlobOperations.check(request),
            draft -> {
              Map<String, String> headers = new LinkedHashMap<>(draft.headers());
              // A digest of what the file was before is one of nothing now.
              headers.remove("Content-MD5");
              headers.putAll(headers(request));
              return new Container.Draft(headers, draft.metadata());
            },
            position(request))
        .map(blob -> blob.stamp().on(Response.empty(200)))
        .orElseThrow(() -> BlobError.INVALID_FLUSH_POSITION.on(request));
  }

  /** Renames a file or directory within its filesystem. */
  Response rename(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    String root = "/" + path.get("container") + "/";
    String source = source(request);
    if (!source.startsWith(root)) {
      throw BlobError.UNSUPPORTED_HEADER.on(request);
    }
    String target = Folder.trimmed(path.get("blob"));
    BlobOperations.check(request).accept(container.blob(target));
    if (!container.rename(Folder.trimmed(source.substring(root.length())), target)) {
      throw BlobError.SOURCE_PATH_NOT_FOUND.on(request);
    }
    return container
        .blob(target)
        .map(Blob::stamp)
        .orElse(container.stamp())
        .on(Response.empty(201));
  }

  /** {@code /filesystem/path}, without what may follow as its query. */
  private static String source(Request request) {
    String source =
        request
            .header("x-ms-rename-source")
            .orElseThrow(() -> BlobError.MISSING_REQUIRED_HEADER.on(request));
    int question = source.indexOf('?');
    String path = question < 0 ? source : source.substring(0, question);
    return decode(request, path.startsWith("/") ? path : "/" + path);
  }

  private static String decode(Request request, String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
  }

  private static long position(Request request) {
    String text =
        request
            .query("position")
            .orElseThrow(() -> BlobError.MISSING_REQUIRED_QUERY_PARAMETER.on(request));
    if (!text.matches("\\d{1,18}")) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.on(request);
    }
    return Long.parseLong(text);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : CONTENT_HEADERS) {
      request.header("x-ms-" + name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  private static Map<String, String> properties(Request request) {
    Map<String, String> properties = new HashMap<>();
    for (String pair : request.header("x-ms-properties").orElse("").split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        properties.put(
            pair.substring(0, equals).strip(), value(request, pair.substring(equals + 1)));
      }
    }
    return properties;
  }

  private static String value(Request request, String base64) {
    try {
      String value = new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
      if (!value.matches("[ -~]*")) {
        // It goes out again as a header of its own.
        throw BlobError.INVALID_HEADER_VALUE.on(request);
      }
      return value;
    } catch (IllegalArgumentException e) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
  }
}
