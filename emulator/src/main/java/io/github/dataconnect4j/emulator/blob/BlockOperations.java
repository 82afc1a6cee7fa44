package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What can be done with the blocks that a blob is put together from. */
final class BlockOperations {

  private static final int LONGEST_ID = 64;

  private final BlobStore store;

  BlockOperations(BlobStore store) {
    this.store = store;
  }

  Response put(Request request, Path path) throws IOException {
    String id =
        request
            .query("blockid")
            .orElseThrow(() -> BlobError.MISSING_REQUIRED_QUERY_PARAMETER.on(request));
    if (!isBlockId(id)) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.on(request);
    }
    Container container = ContainerOperations.required(store, request, path);
    Upload.Received received = new Upload(request).receive(store);
    if (!container.stage(path.get("blob"), id, received.content())) {
      throw BlobError.INVALID_BLOB_OR_BLOCK.on(request);
    }
    return received.on(Response.empty(201));
  }

  Response commit(Request request, Path path) throws IOException {
    Container container = ContainerOperations.required(store, request, path);
    List<BlockReference> references = BlockReference.list(request);
    Blob blob =
        container
            .commit(
                path.get("blob"),
                BlobOperations.check(request),
                new Upload(request).draft(),
                references)
            .orElseThrow(() -> BlobError.INVALID_BLOCK_LIST.on(request));
    return blob.stamp().on(Response.empty(201)).withHeader("x-ms-request-server-encrypted", "true");
  }

  Response list(Request request, Path path) {
    Container container = ContainerOperations.required(store, request, path);
    String name = path.get("blob");
    Optional<Blob> blob = container.blob(name);
    List<Block> committed = container.committed(name);
    List<Block> waiting = container.uncommitted(name);
    if (blob.isEmpty() && waiting.isEmpty()) {
      throw BlobError.BLOB_NOT_FOUND.on(request);
    }
    Xml xml = new Xml().open("BlockList");
    switch (request.query("blocklisttype").orElse("committed")) {
      case "committed" -> describe(xml, "CommittedBlocks", committed);
      case "uncommitted" -> describe(xml, "UncommittedBlocks", waiting);
      case "all" -> {
        describe(xml, "CommittedBlocks", committed);
        describe(xml, "UncommittedBlocks", waiting);
      }
      default -> throw BlobError.INVALID_QUERY_PARAMETER_VALUE.on(request);
    }
    Response response =
        Response.of(200, "application/xml", xml.close("BlockList").text())
            .withHeader(
                "x-ms-blob-content-length", Long.toString(blob.map(Blob::length).orElse(0L)));
    return blob.map(one -> one.stamp().on(response)).orElse(response);
  }

  private static boolean isBlockId(String id) {
    try {
      int length = Base64.getDecoder().decode(id).length;
      return length > 0 && length <= LONGEST_ID;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void describe(Xml xml, String element, List<Block> blocks) {
    xml.open(element);
    for (Block block : blocks) {
      xml.open("Block")
          .element("Name", block.id())
          .element("Size", Long.toString(block.content().length()))
          .close("Block");
    }
    xml.close(element);
  }
}
