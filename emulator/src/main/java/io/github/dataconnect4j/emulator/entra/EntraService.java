package io.github.dataconnect4j.emulator.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.ApplicationStore;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The sign-in service. Applications sign in with a client secret or a certificate; people do so
 * only on the portal and in-process.
 *
 * <p>Thread-safe.
 */
public final class EntraService implements Service {

  private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

  /** Scopes that clients add by habit and that change nothing for an application. */
  private static final Set<String> HABITUAL = Set.of("openid", "profile", "offline_access");

  private static final Operation TOKEN =
      Operation.documented(
          "Token",
          "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow");
  private static final Operation INSTANCE =
      Operation.recorded("InstanceDiscovery", "azure/other-clients.md, 2");
  private static final Operation KEYS =
      Operation.documented(
          "SigningKeys",
          "https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens");
  private static final Operation CONFIGURATION =
      Operation.documented(
          "OpenIdConfiguration",
          "https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc");

  private final DirectoryStore directory;
  private final Tokens tokens;
  private final TimeSource clock;
  private final CertificateSignIn certificates;
  private final Routes routes =
      new Routes()
          .on("POST", "/{tenant}/oauth2/v2.0/token", TOKEN, this::token)
          .on("GET", "/{tenant}/discovery/instance", INSTANCE, this::instance)
          .on("GET", "/{tenant}/discovery/v2.0/keys", KEYS, this::keys)
          .on(
              "GET",
              "/{tenant}/v2.0/.well-known/openid-configuration",
              CONFIGURATION,
              this::configuration);

  /**
   * @param clock the machine's clock, which tokens go by
   */
  public EntraService(DirectoryStore directory, Tokens tokens, TimeSource clock) {
    this.directory = directory;
    this.tokens = tokens;
    this.clock = clock;
    this.certificates = new CertificateSignIn(directory, clock);
  }

  @Override
  public String name() {
    return "entra";
  }

  @Override
  public boolean claims(Request request) {
    List<String> path = request.segments();
    if (path.isEmpty()) {
      return false;
    }
    String tenant = path.get(0).toLowerCase(Locale.ROOT);
    return ANY_TENANT.contains(tenant)
        || tenant.matches(GUID)
        || tenant.equals(directory.domain())
        // A tenant that is none: no blob is ever posted to such a path.
        || (request.method().equals("POST") && routes.match(request).isPresent());
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    // Whoever comes here has no token yet.
  }

  @Override
  public Response unknownRoute(Request request) {
    return Response.empty(404);
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    return EntraError.unreadable(cause.toString()).response(request, clock.now());
  }

  @Override
  public Response refused(Request request, int status) {
    return EntraError.ordered(status).response(request, clock.now());
  }

  @Override
  public Response failed(Request request) {
    return EntraError.failed().response(request, clock.now());
  }

  @Override
  public Response finish(Request request, Response response) {
    return response.withHeader("Cache-Control", "no-store, no-cache");
  }

  private Response token(Request request, Routes.Path path) throws IOException {
    String tenant = requireTenant(request, path.get("tenant"));
    if (ANY_TENANT.contains(tenant)) {
      throw refuse(request, EntraError.noTenant());
    }
    Map<String, String> form = request.form();
    String grant = required(request, form, "grant_type");
    if (!grant.equals("client_credentials")) {
      throw refuse(request, EntraError.unsupportedGrant(grant));
    }
    String clientId = required(request, form, "client_id");
    String audience = audience(request, required(request, form, "scope"));
    ServicePrincipal principal = signIn(request, clientId, form);
    AccessToken token = tokens.issueFor(Principal.of(directory.tenantId(), principal), audience);
    return Response.json(
        200,
        Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", Tokens.LIFETIME.toSeconds())
            .put("ext_expires_in", Tokens.LIFETIME.toSeconds())
            .put("access_token", token.value().reveal()));
  }

  private ServicePrincipal signIn(Request request, String clientId, Map<String, String> form) {
    ApplicationStore applications = directory.applications();
    // An application that has no service principal cannot sign in to the tenant.
    ServicePrincipal principal = applications.servicePrincipalOf(clientId).orElse(null);
    if (principal == null) {
      throw refuse(request, EntraError.unknownApplication(clientId, directory.domain()));
    }
    String secret = form.getOrDefault("client_secret", "");
    if (secret.isEmpty() && form.containsKey("client_assertion")) {
      certificates
          .judge(request, clientId, form)
          .ifPresent(
              error -> {
                throw refuse(request, error);
              });
      return principal;
    }
    if (secret.isEmpty()) {
      throw refuse(request, EntraError.noSecret());
    }
    return switch (applications.judge(clientId, secret)) {
      case VALID -> principal;
      case WRONG -> throw refuse(request, EntraError.wrongSecret(clientId));
      case LAPSED -> throw refuse(request, EntraError.lapsedSecret(clientId));
    };
  }

  private String audience(Request request, String scopes) {
    List<String> asked = new ArrayList<>(List.of(scopes.strip().split("\\s+")));
    asked.removeAll(HABITUAL);
    String audience = asked.size() == 1 ? Audiences.ofScope(asked.get(0)).orElse("") : "";
    if (audience.isEmpty()) {
      throw refuse(request, EntraError.invalidScope(scopes));
    }
    if (!Audiences.isOneOf(Audiences.all(request), audience)) {
      throw refuse(request, EntraError.unknownResource(audience, directory.domain()));
    }
    return audience;
  }

  private Response instance(Request request, Routes.Path path) {
    String here = host(request);
    String bare = here.replaceFirst(":\\d+$", "");
    String tenant =
        request.query("authorization_endpoint").map(EntraService::tenantOf).orElse("common");
    ObjectNode body =
        Json.object()
            .put(
                "tenant_discovery_endpoint",
                "https://" + here + "/" + tenant + "/v2.0/.well-known/openid-configuration")
            .put("api-version", request.query("api-version").orElse("1.1"));
    ObjectNode cloud =
        body.putArray("metadata")
            .addObject()
            .put("preferred_network", here)
            .put("preferred_cache", here);
    cloud.putArray("aliases").add(here).add(bare);
    return Response.json(200, body);
  }

  private static String tenantOf(String endpoint) {
    try {
      String path = URI.create(endpoint).getPath();
      String[] parts = path == null ? new String[0] : path.split("/", -1);
      return parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "common";
    } catch (IllegalArgumentException e) {
      return "common";
    }
  }

  private Response configuration(Request request, Routes.Path path) {
    String tenant = requireTenant(request, path.get("tenant"));
    String base = "https://" + host(request) + "/" + path.get("tenant");
    String issuer = ANY_TENANT.contains(tenant) ? "{tenantid}" : directory.tenantId();
    ObjectNode body =
        Json.object()
            .put("token_endpoint", base + "/oauth2/v2.0/token")
            .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
            .put("jwks_uri", base + "/discovery/v2.0/keys")
            .put("issuer", "https://" + host(request) + "/" + issuer + "/v2.0");
    body.putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("private_key_jwt");
    body.putArray("response_types_supported").add("token");
    body.putArray("subject_types_supported").add("pairwise");
    return Response.json(200, body);
  }

  /** Empty: tokens are signed with a key that is nobody's to know. */
  private Response keys(Request request, Routes.Path path) {
    ServiceBehavior.ENTRA_NO_SIGNING_KEYS.observe();
    ObjectNode body = Json.object();
    body.putArray("keys");
    return Response.json(200, body);
  }

  private String requireTenant(Request request, String tenant) {
    String folded = tenant.toLowerCase(Locale.ROOT);
    if (ANY_TENANT.contains(folded)
        || folded.equals(directory.tenantId())
        || folded.equals(directory.domain())) {
      return folded;
    }
    if (folded.matches(GUID) || folded.contains(".")) {
      throw refuse(request, EntraError.unknownTenant(tenant));
    }
    throw refuse(request, EntraError.noTenantIdentifier(tenant));
  }

  private String required(Request request, Map<String, String> form, String field) {
    String value = form.getOrDefault(field, "");
    if (value.isEmpty()) {
      throw refuse(request, EntraError.missing(field));
    }
    return value;
  }

  private ServiceError refuse(Request request, EntraError error) {
    return error.toServiceError(request, clock.now());
  }

  private static String host(Request request) {
    return request.header("Host").orElse("localhost");
  }
}
