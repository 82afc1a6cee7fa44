package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.Subscriptions.Subscription;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** ARM's own provider: subscriptions, tenants, the registration of providers. */
final class ResourcesProvider {

  private final Gate gate;
  private final Subscriptions subscriptions;
  private final ProviderRegistrations registrations;
  private final Collection<ArmProvider> providers;

  ResourcesProvider(
      Gate gate,
      Subscriptions subscriptions,
      ProviderRegistrations registrations,
      Collection<ArmProvider> providers) {
    this.gate = gate;
    this.subscriptions = subscriptions;
    this.registrations = registrations;
    this.providers = providers;
  }

  void addTo(Routes routes) {
    String subscription = "/subscriptions/{s}";
    String providers = subscription + "/providers";
    routes
        .on(
            "GET",
            "/subscriptions",
            Reference.RESOURCES.operation("Subscriptions_List"),
            this::subscriptions)
        .on(
            "GET",
            subscription,
            Reference.RESOURCES.operation("Subscriptions_Get"),
            this::subscription)
        .on("GET", "/tenants", Reference.RESOURCES.operation("Tenants_List"), this::tenants)
        .on(
            "GET",
            "/providers",
            Reference.RESOURCES.operation("Providers_ListAtTenantScope"),
            (request, path) -> list(request, ns -> provider("", ns)))
        .on(
            "GET",
            "/providers/{ns}",
            Reference.RESOURCES.operation("Providers_GetAtTenantScope"),
            (request, path) -> Response.json(200, provider("", path.get("ns"))))
        .on(
            "GET",
            providers,
            Reference.RESOURCES.operation("Providers_List"),
            (request, path) -> list(request, ns -> provider(path.get("s"), ns)))
        .on(
            "GET",
            providers + "/{ns}",
            Reference.RESOURCES.operation("Providers_Get"),
            this::provider)
        .on(
            "POST",
            providers + "/{ns}/register",
            Reference.RESOURCES.operation("Providers_Register"),
            this::register)
        .on(
            "POST",
            providers + "/{ns}/unregister",
            Reference.RESOURCES.operation("Providers_Unregister"),
            this::unregister);
  }

  private Response subscriptions(Request request, Path path) {
    return PagedList.of(
        request,
        gate.visibleTo(gate.caller(request)).stream().map(ResourcesProvider::json).toList());
  }

  private Response subscription(Request request, Path path) {
    return Response.json(200, json(subscriptions.of("/subscriptions/" + path.get("s"))));
  }

  private Response tenants(Request request, Path path) {
    ObjectNode tenant = Json.object();
    String id = gate.caller(request).tenantId();
    tenant.put("id", "/tenants/" + id).put("tenantId", id).put("tenantCategory", "Home");
    return PagedList.of(request, List.of(tenant));
  }

  private static ObjectNode json(Subscription subscription) {
    ObjectNode json = Json.object();
    json.put("id", subscription.resourceId());
    json.put("subscriptionId", subscription.id());
    json.put("tenantId", subscription.tenantId());
    json.put("displayName", subscription.displayName());
    json.put("state", "Enabled");
    json.put("authorizationSource", "RoleBased");
    return json;
  }

  private Response list(Request request, Function<String, ObjectNode> json) {
    return PagedList.of(request, registrations.namespaces().stream().map(json).toList());
  }

  private Response provider(Request request, Path path) {
    return Response.json(200, provider(path.get("s"), path.get("ns")));
  }

  private Response register(Request request, Path path) {
    provider(path.get("s"), path.get("ns"));
    registrations.register(path.get("s"), path.get("ns"));
    return provider(request, path);
  }

  private Response unregister(Request request, Path path) {
    provider(path.get("s"), path.get("ns"));
    registrations.unregister(path.get("s"), path.get("ns"));
    return provider(request, path);
  }

  private ObjectNode provider(String subscription, String asked) {
    String namespace =
        registrations
            .namespace(asked)
            .orElseThrow(
                () ->
                    ArmErrors.of(
                        404,
                        "InvalidResourceNamespace",
                        "The resource namespace '" + asked + "' is invalid."));
    ObjectNode json = Json.object();
    String prefix = subscription.isEmpty() ? "" : "/subscriptions/" + subscription;
    json.put("id", prefix + "/providers/" + namespace).put("namespace", namespace);
    if (!subscription.isEmpty()) {
      json.put("registrationState", registrations.state(subscription, namespace));
      json.put("registrationPolicy", "RegistrationRequired");
    }
    ArrayNode types = json.putArray("resourceTypes");
    providers.stream()
        .filter(provider -> provider.namespace().equals(namespace))
        .forEach(provider -> addTypes(types, provider));
    return json;
  }

  private static void addTypes(ArrayNode types, ArmProvider provider) {
    for (String type : new TreeSet<>(provider.resourceTypes())) {
      ObjectNode json = types.addObject();
      json.put("resourceType", type);
      json.putArray("locations");
      ArrayNode versions = json.putArray("apiVersions");
      new TreeSet<>(provider.apiVersions()).descendingSet().forEach(versions::add);
    }
  }
}
