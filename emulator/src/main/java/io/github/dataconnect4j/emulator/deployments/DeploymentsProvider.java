package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ApiVersions;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.Links;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.deployments.Deployer.Outcome;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.DeploymentBehavior;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Deployments to resource groups, under Azure Resource Manager. Thread-safe. */
public final class DeploymentsProvider implements ArmProvider {

  private static final String GROUP = "/subscriptions/{s}/resourceGroups/{g}";
  private static final String DEPLOYMENTS = GROUP + "/providers/" + Deployment.TYPE;
  private static final String DEPLOYMENT = DEPLOYMENTS + "/{d}";

  private final ArmWorld world;
  private final Function<Request, Response> arm;
  private final DeploymentHistory history = new DeploymentHistory();

  /**
   * @param arm carries out what a deployment asks of Azure Resource Manager
   */
  public DeploymentsProvider(ArmWorld world, Function<Request, Response> arm) {
    this.world = world;
    this.arm = arm;
    world.resources().onRemoval(removed -> history.forgetBeneath(removed.path("id").asText()));
  }

  @Override
  public String namespace() {
    return "Microsoft.Resources";
  }

  @Override
  public Set<String> apiVersions() {
    return ApiVersions.RESOURCES;
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of("deployments");
  }

  @Override
  public void addTo(Routes routes) {
    String operations = GROUP + "/deployments/{d}/operations";
    routes
        .on("GET", DEPLOYMENTS, operation("ListByResourceGroup"), this::list)
        .on("PUT", DEPLOYMENT, operation("CreateOrUpdate"), this::put)
        .on("GET", DEPLOYMENT, operation("Get"), this::get)
        .on("HEAD", DEPLOYMENT, operation("CheckExistence"), this::head)
        .on("DELETE", DEPLOYMENT, operation("Delete"), this::delete)
        .on("POST", DEPLOYMENT + "/validate", operation("Validate"), this::validate)
        .on(
            "GET",
            DEPLOYMENT + "/operationStatuses/{op}",
            Operation.documented(
                "DeploymentOperationStatus",
                "https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations"),
            this::status)
        .on(
            "GET",
            operations,
            Reference.RESOURCES.operation("DeploymentOperations_List"),
            (request, path) -> PagedList.of(request, require(path).operations()))
        .on(
            "GET",
            operations + "/{op}",
            Reference.RESOURCES.operation("DeploymentOperations_Get"),
            this::operation);
  }

  private static Operation operation(String name) {
    return Reference.RESOURCES.operation("Deployments_" + name);
  }

  private Response list(Request request, Path path) {
    return PagedList.of(
        request, history.beneath(group(path)).stream().map(Deployment::show).toList());
  }

  private Response put(Request request, Path path) throws IOException {
    Target target = target(path);
    DeploymentOrder order = DeploymentOrder.read(request, target);
    order.resources().forEach(one -> register(target, one));
    Deployment made = carryOut(order, target, new InnerCalls(arm, request));
    boolean isNew = history.add(group(path), made);
    return Response.json(isNew ? 201 : 200, made.show())
        .withHeader(
            "Azure-AsyncOperation",
            Links.to(
                request,
                made.id()
                    + "/operationStatuses/"
                    + made.operationId()
                    + "?api-version="
                    + request.query("api-version").orElse("")))
        .withHeader("Retry-After", "1");
  }

  private Deployment carryOut(DeploymentOrder order, Target target, InnerCalls calls) {
    DeploymentBehavior.ALL_AT_ONCE.observe();
    Deployer deployer = new Deployer(order.resources(), order.evaluation(), calls);
    List<ObjectNode> operations = new ArrayList<>();
    List<ObjectNode> causes = new ArrayList<>();
    ObjectNode json = describe(order, target);
    ObjectNode properties = json.withObject("/properties");
    ArrayNode made = properties.putArray("outputResources");
    for (Outcome outcome : deployer.run()) {
      operations.add(
          Deployment.operation(target.id(), world.ids().next(), outcome, world.time().now()));
      outcome
          .error()
          .ifPresentOrElse(
              error -> causes.add(error.deepCopy().put("target", outcome.resource().id())),
              () -> made.addObject().put("id", outcome.resource().id()));
    }
    if (causes.isEmpty()) {
      conclude(order, deployer, properties, causes);
    }
    if (!causes.isEmpty()) {
      properties.set("error", Deployment.failure(target.id(), causes));
    }
    properties.put("provisioningState", causes.isEmpty() ? "Succeeded" : "Failed");
    return new Deployment(json, operations, world.ids().next());
  }

  /** Evaluates the outputs, or tells why that cannot be. */
  private static void conclude(
      DeploymentOrder order, Deployer deployer, ObjectNode properties, List<ObjectNode> causes) {
    try {
      if (!deployer.heldBack().isEmpty()) {
        throw InvalidTemplate.because(
            "Circular dependency detected on resource: '"
                + deployer.heldBack().get(0).id()
                + "'. Please see https://aka.ms/arm-template/#resources for usage details");
      }
      ObjectNode outputs = Json.object();
      for (Map.Entry<String, JsonNode> one : order.outputs().properties()) {
        JsonNode output = one.getValue();
        boolean isWanted =
            !output.has("condition")
                || Evaluation.isTrue(deployer.evaluate(output.get("condition")));
        if (isWanted) {
          String type = output.path("type").asText();
          ObjectNode shown = outputs.putObject(one.getKey()).put("type", type);
          JsonNode value = deployer.evaluate(output.path("value"));
          if (!type.toLowerCase(Locale.ROOT).startsWith("secure")) {
            shown.set("value", value);
          }
        }
      }
      properties.set("outputs", outputs);
    } catch (ServiceError e) {
      causes.add(Deployer.errorOf(e));
    }
  }

  private Response validate(Request request, Path path) throws IOException {
    Target target = target(path);
    DeploymentOrder order = DeploymentOrder.read(request, target);
    ObjectNode json = describe(order, target);
    ObjectNode properties = json.withObject("/properties").put("provisioningState", "Succeeded");
    ArrayNode validated = properties.putArray("validatedResources");
    order.resources().stream()
        .filter(TemplateResource::isWanted)
        .forEach(one -> validated.addObject().put("id", one.id()));
    return Response.json(200, json);
  }

  private ObjectNode describe(DeploymentOrder order, Target target) {
    ObjectNode json = Json.object();
    json.put("id", target.id()).put("name", target.deployment()).put("type", Deployment.TYPE);
    ObjectNode properties = json.putObject("properties");
    properties.put("templateHash", order.hash()).put("mode", "Incremental");
    properties.set("parameters", order.parameters());
    properties.put("timestamp", world.time().now().toString()).put("duration", "PT0S");
    properties.put("correlationId", world.ids().next());
    ArrayNode providers = properties.putArray("providers");
    order.resources().stream()
        .map(TemplateResource::namespace)
        .distinct()
        .forEach(one -> providers.addObject().put("namespace", one).putArray("resourceTypes"));
    properties.putArray("dependencies");
    return json;
  }

  // As Azure does for what a template names; unlike by hand, without a wait.
  private void register(Target target, TemplateResource resource) {
    DeploymentBehavior.REGISTERS_PROVIDERS.observe();
    world.registrations().complete(target.subscription(), resource.namespace());
  }

  private Response get(Request request, Path path) {
    Deployment deployment = require(path);
    deployment.look();
    return Response.json(200, deployment.show());
  }

  private Response head(Request request, Path path) {
    return Response.empty(history.find(target(path).id()).isPresent() ? 204 : 404);
  }

  private Response status(Request request, Path path) {
    Deployment deployment = require(path);
    deployment.look();
    Response status = Response.json(200, deployment.status());
    return deployment.isDone() ? status : status.withHeader("Retry-After", "1");
  }

  private Response operation(Request request, Path path) {
    return require(path).operations().stream()
        .filter(one -> one.path("operationId").asText().equalsIgnoreCase(path.get("op")))
        .findFirst()
        .map(one -> Response.json(200, one))
        .orElseThrow(
            () ->
                ArmErrors.of(
                    404,
                    "DeploymentOperationNotFound",
                    "Deployment operation '" + path.get("op") + "' could not be found."));
  }

  private Response delete(Request request, Path path) {
    if (!history.remove(target(path).id())) {
      return Response.empty(204);
    }
    return world
        .operations()
        .accept(
            request, "/subscriptions/" + path.get("s") + "/operationresults", Response.empty(204));
  }

  private Deployment require(Path path) {
    return history
        .find(target(path).id())
        .orElseThrow(
            () ->
                ArmErrors.of(
                    404,
                    "DeploymentNotFound",
                    "Deployment '" + path.get("d") + "' could not be found."));
  }

  private Target target(Path path) {
    ObjectNode group = world.resources().require(group(path));
    return new Target(
        path.get("s"),
        world.subscriptions().find(path.get("s")).orElseThrow().tenantId(),
        group,
        path.get("d"));
  }

  private static String group(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }
}
