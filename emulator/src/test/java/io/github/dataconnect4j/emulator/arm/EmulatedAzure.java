package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.copy.CopyEngine;
import io.github.dataconnect4j.emulator.copy.CopySettings;
import io.github.dataconnect4j.emulator.copy.CopyWorld;
import io.github.dataconnect4j.emulator.datafactory.DataFactoryProvider;
import io.github.dataconnect4j.emulator.datafactory.Factories;
import io.github.dataconnect4j.emulator.deployments.DeploymentsProvider;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.synapse.SynapseProvider;
import io.github.dataconnect4j.emulator.synapse.SynapseService;
import io.github.dataconnect4j.emulator.synapse.WorkspaceBodies;
import io.github.dataconnect4j.emulator.synapse.Workspaces;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.emulator.world.Ids;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The whole of this module's part of Azure, called as the front calls it, without a network. */
public final class EmulatedAzure {

  /** What key vaults hold, by address and name. */
  public final Map<String, Secret> vaultSecrets = new HashMap<>();

  public static final String TENANT = "11111111-1111-1111-1111-111111111111";
  public static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";
  public static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg1";
  public static final String ACCOUNT =
      GROUP + "/providers/Microsoft.Storage/storageAccounts/gdcacct";
  public static final String FACTORY = GROUP + "/providers/Microsoft.DataFactory/factories/gdc-df";
  public static final String WORKSPACE = GROUP + "/providers/Microsoft.Synapse/workspaces/gdc-ws";
  public static final String OWNER = "aaaaaaaa-0000-0000-0000-000000000001";

  public final CopyEngine engine;
  public final VirtualTime time = new VirtualTime(Instant.parse("2026-01-10T00:00:00Z"));
  public final FakeTenant tenant = new FakeTenant();
  public final Ids ids = new Ids(new Random(7));
  public final ArmWorld world;
  public final StorageAccountStore accounts;
  public Caller caller = new Caller(OWNER, TENANT, Caller.Kind.SERVICE_PRINCIPAL);
  private final ArmService arm;
  private final SynapseService synapse;

  public EmulatedAzure() {
    this(WriteForm.LOCATED);
  }

  private EmulatedAzure(WriteForm form) {
    Subscriptions subscriptions =
        new Subscriptions(
            List.of(
                new Subscriptions.Subscription(
                    SUBSCRIPTION.substring("/subscriptions/".length()), TENANT, "Test")));
    Resources resources = new Resources(time);
    RoleAssignments roles =
        new RoleAssignments(
            tenant, id -> id.equals(OWNER) || id.equals(FakeTenant.APP_PRINCIPAL), ids, time::now);
    world =
        new ArmWorld(
            subscriptions,
            resources,
            roles,
            new ProviderRegistrations(time, ProviderRegistrations.TAKES),
            new Operations(ids),
            tenant,
            ids,
            time);
    accounts = new StorageAccountStore(resources, subscriptions, ids);
    engine =
        new CopyEngine(
            new CopyWorld(
                time,
                tenant,
                tenant,
                tenant,
                tenant,
                accounts,
                roles,
                tenant,
                (vault, name) -> Optional.ofNullable(vaultSecrets.get(vault + " " + name)),
                EmulatedAzure::storageEndpoint,
                uri -> person -> uri.contains(person.displayName()),
                ids),
            CopySettings.USUAL);
    Workspaces workspaces = new Workspaces();
    synapse =
        new SynapseService(
            workspaces, world, request -> check(request).objectId(), engine, form, 2);
    arm =
        new ArmService(
            this::check,
            world,
            List.of(
                new StorageProvider(
                    accounts,
                    resources,
                    world.operations(),
                    tenant,
                    EmulatedAzure::storageEndpoint,
                    time),
                new GraphServicesProvider(resources, tenant, ids),
                new DataFactoryProvider(world, new Factories(), engine, 2),
                new SynapseProvider(
                    world,
                    workspaces,
                    new WorkspaceBodies(world, EmulatedAzure::devEndpoint),
                    this::check,
                    2),
                new DeploymentsProvider(world, this::callArm)));
    roles.grant(SUBSCRIPTION, OWNER, BuiltInRole.OWNER);
  }

  /** One with group, account, container and factory. */
  public static EmulatedAzure withLanding() {
    return withLanding(WriteForm.LOCATED);
  }

  /** One with a workspace besides, where writes are answered in that form. */
  public static EmulatedAzure withWorkspace(WriteForm form) {
    EmulatedAzure azure = withLanding(form);
    azure.put(
        WORKSPACE,
        "2021-06-01",
        "{'location':'westeurope','properties':{'defaultDataLakeStorage':{'accountUrl':"
            + "'https://gdcacct.dfs.core.windows.net','filesystem':'gdc'}}}");
    azure.get(WORKSPACE, "2021-06-01");
    azure.get(WORKSPACE, "2021-06-01");
    return azure;
  }

  private static EmulatedAzure withLanding(WriteForm form) {
    EmulatedAzure azure = new EmulatedAzure(form);
    azure.registerProviders();
    azure.put(GROUP, "2025-04-01", "{'location':'westeurope'}");
    azure.put(
        ACCOUNT,
        "2025-06-01",
        "{'location':'westeurope','kind':'StorageV2','sku':{'name':'Standard_LRS'}}");
    azure.tenant.createContainer("gdcacct", "gdc");
    azure.put(
        FACTORY, "2018-06-01", "{'location':'westeurope','identity':{'type':'SystemAssigned'}}");
    return azure;
  }

  public void registerProviders() {
    for (String namespace : world.registrations().namespaces()) {
      world.registrations().register(SUBSCRIPTION.substring(15), namespace);
    }
    time.advance(ProviderRegistrations.TAKES);
  }

  public static URI storageEndpoint(StorageKind kind, String account) {
    String host = kind == StorageKind.DATA_LAKE ? "dfs.localhost" : "localhost";
    return URI.create("https://" + host + ":8443/" + account + "/");
  }

  public static URI devEndpoint(String workspace) {
    return URI.create("https://localhost:8443/synapse-dev/" + workspace);
  }

  private Response callArm(Request request) {
    return arm.call(request);
  }

  private Caller check(Request request) {
    if (request.header("Authorization").isEmpty()) {
      throw ArmErrors.missingToken(URI.create("https://localhost:8443/" + TENANT));
    }
    return caller;
  }

  public Reply get(String path, String version) {
    return send("GET", path + "?api-version=" + version, "");
  }

  public Reply put(String path, String version, String body) {
    return send("PUT", path + "?api-version=" + version, body);
  }

  /** Something in the factory, with the one version it has. */
  public Reply factory(String method, String path, String body, String... headers) {
    return send(method, FACTORY + path + "?api-version=2018-06-01", body, headers);
  }

  /** Something in the workspace, with the one version that has. */
  public Reply workspace(String method, String path, String body, String... headers) {
    return send(method, "/synapse-dev/gdc-ws" + path + "?api-version=2020-12-01", body, headers);
  }

  /** What a link of an answer leads to. */
  public Reply follow(String link) {
    return send("GET", link.substring("https://localhost:8443".length()), "");
  }

  /**
   * Sends a request.
   *
   * @param body JSON, in which apostrophes stand for quotes
   * @param headers names and values in turn
   */
  public Reply send(String method, String target, String body, String... headers) {
    return sendAsIs(method, target, body.replace('\'', '"'), headers);
  }

  /** Sends a request whose apostrophes are meant. */
  public Reply sendAsIs(String method, String target, String body, String... headers) {
    Headers all = new Headers();
    all.set("Host", "localhost:8443");
    all.set("Authorization", "Bearer x");
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i + 1].isEmpty()) {
        all.remove(headers[i]);
      } else {
        all.set(headers[i], headers[i + 1]);
      }
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Request request = new Request(method, target, all, new ByteArrayInputStream(bytes));
    Service service = synapse.claims(request) ? synapse : arm;
    try {
      return Reply.of(service.finish(request, answer(service, request)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isClaimed(String target) {
    return arm.claims(
        new Request("GET", target, new Headers(), new ByteArrayInputStream(new byte[0])));
  }

  private static Response answer(Service service, Request request) {
    try {
      Routes.Match match = service.routes().match(request).orElse(null);
      if (match == null) {
        return service.unknownRoute(request);
      }
      service.authenticate(request);
      return match.handle(request);
    } catch (ServiceError e) {
      return e.response();
    } catch (IOException e) {
      return service.unreadable(request, e);
    }
  }

  /** An answer; its body is an empty object where there is none. */
  public record Reply(int status, Map<String, String> headers, JsonNode body) {
    static Reply of(Response response) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      response.body().writeTo(bytes);
      JsonNode body = bytes.size() == 0 ? Json.object() : Json.parse(bytes.toByteArray());
      return new Reply(response.status(), new LinkedHashMap<>(response.headers()), body);
    }

    public String code() {
      return body.at("/error/code").asText();
    }

    public String message() {
      return body.at("/error/message").asText();
    }

    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }
}
