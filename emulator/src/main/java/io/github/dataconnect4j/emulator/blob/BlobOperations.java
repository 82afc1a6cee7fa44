package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be done with blobs. */
final class BlobOperations {

  private final BlobStore store;

  BlobOperations(BlobStore store) {
    this.store = store;
  }

  Response put(Request request, Path path) throws IOException {
    if (request.header("x-ms-copy-source").isPresent()) {
      throw BlobError.UNSUPPORTED_HEADER.on(request);
    }
    String type =
        request
            .header("x-ms-blob-type")
            .orElseThrow(() -> BlobError.MISSING_REQUIRED_HEADER.on(request));
    if (!type.equals("BlockBlob")) {
      throw BlobError.INVALID_HEADER_VALUE.on(request);
    }
    Container container = ContainerOperations.required(store, request, path);
    Upload upload = new Upload(request);
    Upload.Received received = upload.receive(store);
    Blob blob =
        container.put(
            path.get("blob"), check(request), upload.wholeBlob(received), received.content());
    return received.on(blob.stamp().on(Response.empty(201)));
  }

  Response get(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    Optional<Snapshot> found = container.open(path.get("blob"));
    if (found.isEmpty() && asksForDirectory(request, container, path.get("blob"))) {
      return Metadata.on(container.stamp().on(Response.empty(200)), Folder.METADATA);
    }
    Snapshot snapshot = found.orElseThrow(() -> BlobError.BLOB_NOT_FOUND.on(request));
    try {
      Blob blob = snapshot.blob();
      new Conditions(request).requireForRead(blob);
      long length = blob.length();
      Optional<ByteRange> range =
          request.method().equals("HEAD") ? Optional.empty() : ByteRange.of(request, length);
      ByteRange wanted = range.orElse(new ByteRange(0, length));
      Response response =
          described(Response.stream(range.isPresent() ? 206 : 200, body(snapshot, wanted)), blob);
      return range
          .map(part -> response.withHeader("Content-Range", part.header(length)))
          .orElse(response);
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  /** The client of Data Lake Storage asks this way what a path is, also for a directory. */
  private static boolean asksForDirectory(Request request, Container container, String name) {
    return request.method().equals("HEAD")
        && View.isLakeHost(request)
        && container.hasPathsIn(name);
  }

  Response metadata(Request request, Path path) {
    Blob blob = required(request, path);
    new Conditions(request).requireForRead(blob);
    return Metadata.on(blob.stamp().on(Response.empty(200)), blob.metadata());
  }

  Response setMetadata(Request request, Path path) {
    return update(
        request,
        path,
        draft ->
            new Container.Draft(
                draft.headers(), Folder.kept(draft.metadata(), Metadata.of(request))));
  }

  Response setProperties(Request request, Path path) {
    return update(
        request,
        path,
        draft -> new Container.Draft(new Upload(request).draft().headers(), draft.metadata()));
  }

  Response delete(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    if (!container.delete(path.get("blob"), check(request))) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    return Response.empty(202).withHeader("x-ms-delete-type-permanent", "true");
  }

  private Response update(Request request, Path path, UnaryOperator<Container.Draft> change) {
    return ContainerOperations.required(store, request, path)
        .update(path.get("blob"), check(request), change)
        .map(blob -> blob.stamp().on(Response.empty(200)))
        .orElseThrow(() -> BlobError.BLOB_NOT_FOUND.on(request));
  }

  private Blob required(Request request, Path path) {
    return ContainerOperations.required(store, request, path)
        .blob(path.get("blob"))
        .orElseThrow(() -> BlobError.BLOB_NOT_FOUND.on(request));
  }

  static Consumer<Optional<Blob>> check(Request request) {
    return new Conditions(request)::requireForWrite;
  }

  private static Response.Body body(Snapshot snapshot, ByteRange range) {
    return new Response.Body() {
      @Override
      public long length() {
        return range.count();
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        snapshot.writeTo(out, range);
      }

      @Override
      public void close() {
        snapshot.close();
      }
    };
  }

  private static Response described(Response response, Blob blob) {
    Response with =
        blob.stamp()
            .on(response)
            .withHeader("Accept-Ranges", "bytes")
            .withHeader("x-ms-blob-type", "BlockBlob")
            .withHeader("x-ms-creation-time", Stamp.httpDate(blob.created()))
            .withHeader("x-ms-lease-status", "unlocked")
            .withHeader("x-ms-lease-state", "available")
            .withHeader("x-ms-access-tier", "Hot")
            .withHeader("x-ms-access-tier-inferred", "true")
            .withHeader("x-ms-server-encrypted", "true");
    for (Map.Entry<String, String> header : blob.headers().entrySet()) {
      // The digest is of the whole blob, which a range is not.
      String name =
          header.getKey().equals("Content-MD5") && response.status() == 206
              ? "x-ms-blob-content-md5"
              : header.getKey();
      with = with.withHeader(name, header.getValue());
    }
    return Metadata.on(with, blob.metadata());
  }
}
