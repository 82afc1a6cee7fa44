package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.world.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Azure Resource Manager, with the resource providers it is made with. Thread-safe. */
public final class ArmService implements Service {

  private static final Set<String> FIRST_SEGMENTS = Set.of("subscriptions", "providers", "tenants");

  private final Gate gate;
  private final Ids ids;
  private final Routes routes = new Routes();

  /**
   * @param authentication reads tokens
   * @param world what ARM keeps
   * @param providers the resource providers, those of ARM itself left out
   */
  public ArmService(ArmAuthentication authentication, ArmWorld world, List<ArmProvider> providers) {
    this.ids = world.ids();
    List<ArmProvider> all = new ArrayList<>(providers);
    all.add(
        new AuthorizationProvider(
            new RoleAssignmentRoutes(
                world.roles(), world.resources(), world::containerExists, world.time()::now)));
    this.gate =
        new Gate(
            authentication,
            world.subscriptions(),
            world.resources(),
            world.roles(),
            world.registrations(),
            all);
    new ResourcesProvider(gate, world.subscriptions(), world.registrations(), all).addTo(routes);
    ResourceGroups groups = new ResourceGroups(world.resources(), world.operations());
    groups.addTo(routes);
    all.forEach(provider -> provider.addTo(routes));
    groups.addAnyResourceTo(routes);
    world
        .resources()
        .onRemoval(removed -> world.roles().removeBeneath(removed.path("id").asText()));
  }

  @Override
  public String name() {
    return "arm";
  }

  @Override
  public boolean claims(Request request) {
    return !request.segments().isEmpty()
        && FIRST_SEGMENTS.contains(request.segments().get(0).toLowerCase(Locale.ROOT));
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    gate.check(request);
  }

  /** Carries out a call that one of ARM's own operations makes in the name of its caller. */
  public Response call(Request request) {
    Routes.Match match = routes.match(request).orElse(null);
    if (match == null) {
      return unknownRoute(request);
    }
    try {
      authenticate(request);
      return match.handle(request);
    } catch (ServiceError e) {
      return e.response();
    } catch (IOException e) {
      return unreadable(request, e);
    }
  }

  @Override
  public Response unknownRoute(Request request) {
    try {
      gate.check(request);
    } catch (ServiceError e) {
      return e.response();
    }
    String id = ArmPath.of(request).id();
    return ArmErrors.body(
        404,
        "InvalidResourceType",
        "The emulator has no "
            + request.method()
            + " for '"
            + id
            + "': the resource type could not"
            + " be found in the namespace.");
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    // The parser's own text may quote the body, and bodies hold secrets.
    return ArmErrors.body(
        400,
        "InvalidRequestContent",
        "The request content was invalid and could not be deserialized: it is not JSON.");
  }

  @Override
  public Response refused(Request request, int status) {
    return ArmErrors.ordered(status);
  }

  @Override
  public Response failed(Request request) {
    return ArmErrors.body(
        500, "InternalServerError", "Encountered internal server error. See the emulator's log.");
  }

  @Override
  public Response finish(Request request, Response response) {
    return response.withHeader("x-ms-request-id", ids.next());
  }
}
