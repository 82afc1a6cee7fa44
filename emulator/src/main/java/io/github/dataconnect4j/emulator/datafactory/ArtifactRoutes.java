package io.github.dataconnect4j.emulator.datafactory;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.function.Function;

/** The artifacts of a kind under Azure Resource Manager, where each write is done at once. */
public final class ArtifactRoutes {

  private final Function<Path, Factory> factories;
  private final ArtifactKind kind;
  private final ArtifactDocuments documents;

  /**
   * @param factories finds the factory that a path leads into
   * @param pageSize how many items a page of a list has
   */
  public ArtifactRoutes(Function<Path, Factory> factories, ArtifactKind kind, int pageSize) {
    this.factories = factories;
    this.kind = kind;
    this.documents = new ArtifactDocuments(kind, pageSize);
  }

  /**
   * Adds the routes.
   *
   * @param reference describes the operations
   * @param factory the pattern of the factory's path
   */
  public void addTo(Routes routes, Reference reference, String factory) {
    String all = factory + "/" + kind.segment();
    String group = kind.title() + "s_";
    boolean ofFactory = reference == Reference.DATA_FACTORY;
    routes
        .on(
            "GET",
            all,
            reference.operation(group + "ListBy" + (ofFactory ? "Factory" : "Workspace")),
            this::list)
        .on(
            "PUT",
            all + "/{name}",
            reference.operation(group + (ofFactory ? "CreateOrUpdate" : "Create")),
            this::put)
        .on("GET", all + "/{name}", reference.operation(group + "Get"), this::get)
        .on("DELETE", all + "/{name}", reference.operation(group + "Delete"), this::delete);
  }

  private Response list(Request request, Path path) {
    Factory factory = factories.apply(path);
    return documents.page(request, factory, factory.artifacts().list(kind));
  }

  private Response put(Request request, Path path) throws IOException {
    Factory factory = factories.apply(path);
    Artifact artifact = documents.write(request, factory, path.get("name"));
    return Response.json(200, documents.json(factory, artifact));
  }

  private Response get(Request request, Path path) {
    Factory factory = factories.apply(path);
    return documents.show(request, factory, factory.artifacts().require(kind, path.get("name")));
  }

  private Response delete(Request request, Path path) {
    boolean removed = factories.apply(path).artifacts().delete(kind, path.get("name"));
    return Response.empty(removed ? 200 : 204);
  }
}
