package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.util.List;

/** The artifacts of a kind as a client writes and reads them. */
public final class ArtifactDocuments {

  private final ArtifactKind kind;
  private final int pageSize;

  /**
   * @param pageSize how many items a page of a list has
   */
  public ArtifactDocuments(ArtifactKind kind, int pageSize) {
    this.kind = kind;
    this.pageSize = pageSize;
  }

  /**
   * Takes what a PUT brings.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError as {@link Artifacts#put} does, or if
   *     the body has no properties (400)
   */
  public Artifact write(Request request, Factory factory, String name) throws IOException {
    if (!(Bodies.read(request).get("properties") instanceof ObjectNode properties)) {
      throw ArmErrors.of(400, "BadRequest", "The document has no properties.");
    }
    return factory.artifacts().put(kind, name, properties, request.header("If-Match"));
  }

  /** Answers a GET, unless the client has seen this etag. */
  public Response show(Request request, Factory factory, Artifact artifact) {
    boolean seen =
        request
            .header("If-None-Match")
            .filter(etag -> Etags.matches(etag, artifact.etag()))
            .isPresent();
    return seen ? Response.empty(304) : Response.json(200, json(factory, artifact));
  }

  /** Answers with the page of a list that was asked for, and a link to the next. */
  public Response page(Request request, Factory factory, List<Artifact> all) {
    return PagedList.of(request, all.stream().map(one -> json(factory, one)).toList(), pageSize);
  }

  /** The artifact as a GET shows it. */
  public ObjectNode json(Factory factory, Artifact artifact) {
    ObjectNode json = Json.object();
    json.put("id", id(factory, artifact));
    json.put("name", artifact.name());
    json.put("type", factory.resourceType() + "/" + kind.segment());
    json.set("properties", artifact.properties());
    return json.put("etag", artifact.etag());
  }

  /** The artifact's full id. */
  public String id(Factory factory, Artifact artifact) {
    return factory.resourceId() + "/" + kind.segment() + "/" + artifact.name();
  }
}
