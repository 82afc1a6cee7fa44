package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Applications;
import io.github.dataconnect4j.emulator.world.Ids;
import java.io.IOException;
import java.util.Set;

/** The billing resources of Data Connect: one for an application. */
public final class GraphServicesProvider implements ArmProvider {

  // The reference has no pages of it that we found; this is what they would be made from.
  private static final String DESCRIPTION =
      "https://github.com/Azure/azure-rest-api-specs/blob/72bb74ad8ada177d64a1f7946cc9231a50fbfe55"
          + "/specification/graphservicesprod/resource-manager/Microsoft.GraphServices"
          + "/stable/2023-04-13/graphservicesprod.json";

  private static final String TYPE = "Microsoft.GraphServices/accounts";
  private static final String ACCOUNTS = "/providers/" + TYPE;
  private static final String GROUP = "/subscriptions/{s}/resourceGroups/{g}";
  private static final String ACCOUNT = GROUP + ACCOUNTS + "/{account}";

  private final Resources resources;
  private final Applications applications;
  private final Ids ids;

  public GraphServicesProvider(Resources resources, Applications applications, Ids ids) {
    this.resources = resources;
    this.applications = applications;
    this.ids = ids;
  }

  @Override
  public String namespace() {
    return "Microsoft.GraphServices";
  }

  @Override
  public Set<String> apiVersions() {
    return Set.of("2023-04-13");
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of("accounts");
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .on(
            "GET",
            "/subscriptions/{s}" + ACCOUNTS,
            billing("ListBySubscription"),
            (r, path) -> list(r, "/subscriptions/" + path.get("s")))
        .on(
            "GET",
            GROUP + ACCOUNTS,
            billing("ListByResourceGroup"),
            (r, path) -> list(r, group(path)))
        .on("PUT", ACCOUNT, billing("CreateAndUpdate"), this::put)
        .on(
            "GET",
            ACCOUNT,
            billing("Get"),
            (r, path) -> Response.json(200, resources.require(id(path))))
        .on("PATCH", ACCOUNT, billing("Update"), this::patch)
        .on(
            "DELETE",
            ACCOUNT,
            billing("Delete"),
            (r, path) -> Response.empty(resources.remove(id(path)) ? 200 : 204));
  }

  private static Operation billing(String name) {
    return Operation.documented("Accounts_" + name, DESCRIPTION);
  }

  private Response put(Request request, Path path) throws IOException {
    ObjectNode body = Bodies.read(request);
    String location = Locations.of(body);
    String appId = body.at("/properties/appId").asText();
    if (!applications.applicationExists(appId)) {
      throw ArmErrors.badRequest(
          "BadRequest",
          "The application '" + appId + "' of properties.appId was not found in the directory.");
    }
    synchronized (this) {
      ObjectNode known = resources.find(id(path)).orElse(null);
      refuseSecond(path, appId);
      ObjectNode account = Json.object();
      account.put("id", id(path)).put("name", path.get("account")).put("type", TYPE);
      account.put("location", location);
      account.set("tags", body.has("tags") ? body.get("tags") : Json.object());
      String plan = known == null ? ids.next() : known.at("/properties/billingPlanId").asText();
      account
          .putObject("properties")
          .put("appId", appId)
          .put("billingPlanId", plan)
          .put("provisioningState", "Succeeded");
      resources.put(account);
      return Response.json(known == null ? 201 : 200, account);
    }
  }

  private void refuseSecond(Path path, String appId) {
    for (ObjectNode other : resources.ofType("", TYPE)) {
      boolean sameName = other.path("id").asText().equalsIgnoreCase(id(path));
      boolean sameApp = other.at("/properties/appId").asText().equalsIgnoreCase(appId);
      if (sameName != sameApp) {
        ServiceBehavior.ARM_ONE_BILLING_ACCOUNT.observe();
        throw ArmErrors.of(
            409,
            "Conflict",
            sameApp
                ? "The application '"
                    + appId
                    + "' is already premium usage: see "
                    + other.path("id").asText()
                    + "."
                : "The application of an account cannot be changed.");
      }
    }
  }

  private Response patch(Request request, Path path) throws IOException {
    ObjectNode account = resources.require(id(path));
    JsonNode tags = Bodies.read(request).get("tags");
    if (tags != null) {
      account.set("tags", tags);
    }
    resources.put(account);
    return Response.json(200, account);
  }

  private Response list(Request request, String scope) {
    return PagedList.of(request, resources.ofType(scope, TYPE));
  }

  private static String group(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }

  private static String id(Path path) {
    return group(path) + ACCOUNTS + "/" + path.get("account");
  }
}
