package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be done with containers. */
final class ContainerOperations {

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}");

  private final BlobStore store;

  ContainerOperations(BlobStore store) {
    this.store = store;
  }

  /** The container of a request; refused if there is none. */
  static Container required(BlobStore store, Request request, Path path) {
    return store
        .container(path.get("account"), path.get("container"))
        .orElseThrow(() -> BlobError.CONTAINER_NOT_FOUND.on(request));
  }

  Response create(Request request, Path path) {
    String name = path.get("container");
    if (!NAME.matcher(name).matches() || name.length() > 63) {
      throw BlobError.INVALID_RESOURCE_NAME.on(request);
    }
    return store
        .addContainer(path.get("account"), name, Metadata.of(request))
        .map(container -> container.stamp().on(Response.empty(201)))
        .orElseThrow(() -> BlobError.CONTAINER_ALREADY_EXISTS.on(request));
  }

  Response properties(Request request, Path path) {
    Container container = required(store, request, path);
    Response response =
        container
            .stamp()
            .on(Response.empty(200))
            .withHeader("x-ms-lease-status", "unlocked")
            .withHeader("x-ms-lease-state", "available")
            .withHeader("x-ms-has-immutability-policy", "false")
            .withHeader("x-ms-has-legal-hold", "false");
    return Metadata.on(response, container.metadata());
  }

  Response metadata(Request request, Path path) {
    Container container = required(store, request, path);
    return Metadata.on(container.stamp().on(Response.empty(200)), container.metadata());
  }

  Response setMetadata(Request request, Path path) {
    return required(store, request, path).setMetadata(Metadata.of(request)).on(Response.empty(200));
  }

  Response delete(Request request, Path path) {
    if (!store.deleteContainer(path.get("account"), path.get("container"))) {
      throw BlobError.CONTAINER_NOT_FOUND.on(request);
    }
    return Response.empty(202);
  }

  Response list(Request request, Path path) {
    ListQuery query = new ListQuery(request);
    Page<Container> page = Page.of(store.containersOf(path.get("account")), query.wanted());
    Xml xml =
        new Xml().open("EnumerationResults", Map.entry("ServiceEndpoint", endpoint(request, path)));
    query.echo(xml, "prefix", "marker", "maxresults");
    xml.open("Containers");
    for (Page.Entry<Container> entry : page.entries()) {
      xml.open("Container").element("Name", entry.name());
      entry.value().ifPresent(container -> describe(xml, query, container));
      xml.close("Container");
    }
    xml.close("Containers");
    xml.element("NextMarker", page.next().map(Page.Wanted::marker).orElse(""));
    return Response.of(200, "application/xml", xml.close("EnumerationResults").text());
  }

  Response listBlobs(Request request, Path path) {
    ListQuery query = new ListQuery(request);
    Page<Blob> page = required(store, request, path).page(query.wanted());
    Xml xml =
        new Xml()
            .open(
                "EnumerationResults",
                Map.entry("ServiceEndpoint", endpoint(request, path)),
                Map.entry("ContainerName", path.get("container")));
    query.echo(xml, "prefix", "marker", "maxresults", "delimiter");
    xml.open("Blobs");
    for (Page.Entry<Blob> entry : page.entries()) {
      String element = entry.value().isPresent() ? "Blob" : "BlobPrefix";
      xml.open(element).name(entry.name());
      entry.value().ifPresent(blob -> describe(xml, query, blob));
      xml.close(element);
    }
    xml.close("Blobs");
    xml.element("NextMarker", page.next().map(Page.Wanted::marker).orElse(""));
    return Response.of(200, "application/xml", xml.close("EnumerationResults").text());
  }

  private static void describe(Xml xml, ListQuery query, Container container) {
    xml.open("Properties")
        .element("Last-Modified", container.stamp().lastModified())
        .element("Etag", '"' + container.stamp().etag() + '"')
        .element("LeaseStatus", "unlocked")
        .element("LeaseState", "available")
        .close("Properties");
    metadata(xml, query, container.metadata());
  }

  private static void describe(Xml xml, ListQuery query, Blob blob) {
    xml.open("Properties")
        .element("Creation-Time", Stamp.httpDate(blob.created()))
        .element("Last-Modified", blob.stamp().lastModified())
        .element("Etag", blob.stamp().etag())
        .element("Content-Length", Long.toString(blob.length()));
    blob.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(header -> xml.element(header.getKey(), header.getValue()));
    xml.element("BlobType", "BlockBlob")
        .element("AccessTier", "Hot")
        .element("AccessTierInferred", "true")
        .element("LeaseStatus", "unlocked")
        .element("LeaseState", "available")
        .element("ServerEncrypted", "true")
        .close("Properties");
    metadata(xml, query, blob.metadata());
  }

  private static void metadata(Xml xml, ListQuery query, Map<String, String> metadata) {
    if (query.includes("metadata") && !metadata.isEmpty()) {
      xml.open("Metadata");
      metadata.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> xml.element(one.getKey(), one.getValue()));
      xml.close("Metadata");
    }
  }

  private static String endpoint(Request request, Path path) {
    return "https://"
        + request.header("Host").orElse("localhost")
        + "/"
        + path.get("account")
        + "/";
  }
}
