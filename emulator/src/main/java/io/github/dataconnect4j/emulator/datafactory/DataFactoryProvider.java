package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.Locations;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.arm.Resources;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Data factories under Azure Resource Manager. */
public final class DataFactoryProvider implements ArmProvider {

  /** How many items a page of a list has. */
  public static final int PAGE_SIZE = 50;

  private static final String TYPE = "Microsoft.DataFactory/factories";
  private static final String FACTORIES = "/providers/" + TYPE;
  private static final String GROUP = "/subscriptions/{s}/resourceGroups/{g}";
  private static final String FACTORY = GROUP + FACTORIES + "/{factory}";

  private final ArmWorld world;
  private final Factories factories;
  private final FactoryRoutes contents;

  /**
   * @param engine runs the pipelines
   * @param pageSize how many items a page of a list has, {@value #PAGE_SIZE} unless a test wants
   *     few
   */
  public DataFactoryProvider(
      ArmWorld world, Factories factories, PipelineEngine engine, int pageSize) {
    this.world = world;
    this.factories = factories;
    this.contents =
        new FactoryRoutes(path -> require(id(path)), engine, world.operations(), pageSize);
    world.resources().onRemoval(removed -> factories.remove(removed.path("id").asText()));
  }

  @Override
  public String namespace() {
    return "Microsoft.DataFactory";
  }

  @Override
  public Set<String> apiVersions() {
    return Set.of("2018-06-01");
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of("factories");
  }

  @Override
  public void addTo(Routes routes) {
    Resources resources = world.resources();
    routes
        .on(
            "GET",
            "/subscriptions/{s}" + FACTORIES,
            Reference.DATA_FACTORY.operation("Factories_List"),
            (r, path) -> list(r, "/subscriptions/" + path.get("s")))
        .on(
            "GET",
            GROUP + FACTORIES,
            Reference.DATA_FACTORY.operation("Factories_ListByResourceGroup"),
            (r, path) -> list(r, group(path)))
        .on("PUT", FACTORY, Reference.DATA_FACTORY.operation("Factories_CreateOrUpdate"), this::put)
        .on("GET", FACTORY, Reference.DATA_FACTORY.operation("Factories_Get"), this::get)
        .on("PATCH", FACTORY, Reference.DATA_FACTORY.operation("Factories_Update"), this::patch)
        .on(
            "DELETE",
            FACTORY,
            Reference.DATA_FACTORY.operation("Factories_Delete"),
            (r, path) -> Response.empty(resources.remove(id(path)) ? 200 : 204));
    contents.addTo(routes, FACTORY);
  }

  private Response put(Request request, Path path) throws IOException {
    ObjectNode body = Bodies.read(request);
    String location = Locations.of(body);
    String name = path.get("factory");
    if (!name.matches("[A-Za-z0-9](?:-?[A-Za-z0-9]+)*")
        || name.length() < 3
        || name.length() > 63) {
      throw ArmErrors.of(
          400,
          "InvalidFactoryName",
          "The factory name '"
              + name
              + "' is invalid: 3 to 63 letters, digits and single hyphens.");
    }
    synchronized (factories) {
      ObjectNode known = world.resources().find(id(path)).orElse(null);
      refuseOther(path);
      ifMatch(request, known);
      ObjectNode factory = known == null ? made(path, location) : known;
      factory.put("eTag", world.ids().next());
      for (String field : List.of("tags", "properties")) {
        if (body.get(field) instanceof ObjectNode fields) {
          factory.withObject("/" + field).setAll(fields);
        }
      }
      world.identify(factory, body);
      world.resources().put(factory);
      factories.add(new Factory(name, id(path), TYPE, world.ids(), world.time()));
      return Response.json(200, factory);
    }
  }

  private ObjectNode made(Path path, String location) {
    ObjectNode factory = Json.object();
    factory.put("id", id(path)).put("name", path.get("factory")).put("type", TYPE);
    factory.put("location", location).putObject("tags");
    factory
        .putObject("properties")
        .put("provisioningState", "Succeeded")
        .put("createTime", world.time().now().toString())
        .put("version", "2018-06-01");
    return factory;
  }

  private void refuseOther(Path path) {
    if (world.resources().isNameTaken(id(path), TYPE)) {
      throw ArmErrors.of(
          409,
          "FactoryNameInUse",
          "The specified resource name is already in use: '"
              + path.get("factory")
              + "'. Resource names must be globally unique.");
    }
  }

  private static void ifMatch(Request request, @Nullable ObjectNode known) {
    String asked = request.header("If-Match").orElse("");
    if (!asked.isEmpty() && (known == null || !Etags.matches(asked, known.path("eTag").asText()))) {
      throw ArmErrors.of(
          412, "PreconditionFailed", "The If-Match header is not the factory's etag.");
    }
  }

  private Response get(Request request, Path path) {
    ObjectNode factory = world.resources().require(id(path));
    String seen = request.header("If-None-Match").orElse("");
    return !seen.isEmpty() && Etags.matches(seen, factory.path("eTag").asText())
        ? Response.empty(304)
        : Response.json(200, factory);
  }

  private Response patch(Request request, Path path) throws IOException {
    ObjectNode factory = world.resources().require(id(path));
    ObjectNode body = Bodies.read(request);
    if (body.has("tags")) {
      factory.set("tags", body.get("tags"));
    }
    world.identify(factory, body);
    factory.put("eTag", world.ids().next());
    world.resources().put(factory);
    return Response.json(200, factory);
  }

  private Response list(Request request, String scope) {
    return PagedList.of(request, world.resources().ofType(scope, TYPE));
  }

  private Factory require(String id) {
    world.resources().require(id);
    return factories.find(id).orElseThrow();
  }

  private static String group(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }

  private static String id(Path path) {
    return group(path) + FACTORIES + "/" + path.get("factory");
  }
}
