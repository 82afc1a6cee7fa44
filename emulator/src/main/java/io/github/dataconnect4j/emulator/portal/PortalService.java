package io.github.dataconnect4j.emulator.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.portal.AppRegistrations.Effect;
import io.github.dataconnect4j.emulator.portal.AppRegistrations.Registered;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The two portals as calls: the developer's registration and the administrator's decision.
 *
 * <p>Microsoft has no public API for either; paths and bodies are the emulator's own. The hyphen in
 * the base path keeps it apart from storage accounts, whose names have none.
 *
 * <p>Thread-safe.
 */
public final class PortalService implements Service {

  private static final String BASE = "data-connect";
  private static final String SIGN_IN = "sign-in";
  private static final String SETTINGS = "settings";
  private static final String PEOPLE = "people";
  private static final String REGISTRATION = "/" + BASE + "/registrations/{applicationId}";

  /** What the tokens of people who signed in here are for. */
  private static final String AUDIENCE = BASE;

  private final DirectoryStore directory;
  private final AppRegistrations registrations;
  private final Tokens tokens;
  private final TimeSource time;
  private final Routes routes =
      new Routes()
          .on("POST", "/" + BASE + "/" + SIGN_IN, own("SignIn"), refusing(this::signIn))
          .on("GET", "/" + BASE + "/" + PEOPLE, own("ListPeople"), refusing(this::people))
          .on("GET", "/" + BASE + "/" + SETTINGS, own("GetSettings"), refusing(this::settings))
          .on(
              "PUT",
              "/" + BASE + "/" + SETTINGS,
              own("PutSettings"),
              refusing(this::changeSettings))
          .on("GET", "/" + BASE + "/registrations", own("ListRegistrations"), refusing(this::list))
          .on("GET", REGISTRATION, own("GetRegistration"), refusing(this::get))
          .on("PUT", REGISTRATION, own("PutRegistration"), refusing(this::put))
          .on("DELETE", REGISTRATION, own("DeleteRegistration"), refusing(this::delete))
          .on("POST", REGISTRATION + "/approve", own("Approve"), refusing(this::approve))
          .on("POST", REGISTRATION + "/decline", own("Decline"), refusing(this::decline));

  /**
   * @param time the emulator's time
   */
  public PortalService(
      DirectoryStore directory, AppRegistrations registrations, Tokens tokens, TimeSource time) {
    this.directory = directory;
    this.registrations = registrations;
    this.tokens = tokens;
    this.time = time;
  }

  @Override
  public String name() {
    return "portal";
  }

  @Override
  public boolean claims(Request request) {
    return !request.segments().isEmpty() && request.segments().get(0).equalsIgnoreCase(BASE);
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    if (!isOpenToAll(request)) {
      try {
        caller(request);
      } catch (PortalRefusedException e) {
        throw refusal(e);
      }
    }
  }

  @Override
  public Response unknownRoute(Request request) {
    return error(404, "NotFound", "The portal has no " + request.method() + " of this path.");
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    return error(400, "InvalidBody", "The body is not JSON. Send one JSON object.");
  }

  @Override
  public Response refused(Request request, int status) {
    return error(status, "OrderedFault", "This fault was ordered.");
  }

  @Override
  public Response failed(Request request) {
    return error(500, "InternalError", "The portal failed. See the emulator's log.");
  }

  /**
   * Signs a person in, without a password.
   *
   * @param user an object id or user principal name
   * @throws PortalRefusedException if the directory has no such user, or the account is disabled
   */
  public Secret signIn(String user) {
    return tokens.issueFor(Principal.of(directory.tenantId(), requireUser(user)), AUDIENCE).value();
  }

  private Response signIn(Request request, Routes.Path path) throws IOException {
    String user = request.json().path("user").asText("");
    Secret token = signIn(user);
    Person person = requireUser(user);
    ObjectNode body = Json.object().put("token", token.reveal());
    describe(person, body.putObject("user"));
    return Response.json(200, body);
  }

  private static ObjectNode describe(Person person, ObjectNode json) {
    return json.put("id", person.id())
        .put("userPrincipalName", person.principalName())
        .put("displayName", person.displayName());
  }

  /** Who may take part: everybody with a directory role, for programs that know nobody yet. */
  private Response people(Request request, Routes.Path path) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (Person person : directory.people()) {
      Set<DirectoryRole> roles = directory.rolesOf(person.id());
      if (!roles.isEmpty()) {
        ArrayNode names = describe(person, value.addObject()).putArray("roles");
        roles.forEach(role -> names.add(role.displayName()));
      }
    }
    return Response.json(200, body);
  }

  private Person requireUser(String user) {
    Person person =
        directory.person(user).orElseThrow(() -> PortalRefusedException.unknownUser(user));
    if (!person.enabled()) {
      throw PortalRefusedException.disabledUser(user);
    }
    return person;
  }

  /**
   * Signing in, and asking who could and whether Data Connect is on: a program has no person to
   * sign in as yet.
   */
  private static boolean isOpenToAll(Request request) {
    List<String> path = request.segments();
    return path.size() == 2
        && (path.get(1).equalsIgnoreCase(SIGN_IN)
            || path.get(1).equalsIgnoreCase(PEOPLE)
            || (path.get(1).equalsIgnoreCase(SETTINGS) && request.method().equals("GET")));
  }

  private Response settings(Request request, Routes.Path path) {
    String state = registrations.isDataConnectOn() ? "on" : "off";
    return Response.json(200, Json.object().put("dataConnect", state));
  }

  private Response changeSettings(Request request, Routes.Path path) throws IOException {
    registrations.requireGlobalAdministrator(caller(request).id());
    String wanted = request.json().path("dataConnect").asText("");
    switch (wanted) {
      case "on" -> registrations.setDataConnectOn();
      case "off" -> registrations.setDataConnectOff();
      default ->
          throw PortalRefusedException.invalid(
              List.of("dataConnect '" + wanted + "' is neither 'on' nor 'off'."));
    }
    return settings(request, path);
  }

  private Response list(Request request, Routes.Path path) {
    Person caller = caller(request);
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    registrations.all().stream()
        .filter(one -> registrations.isVisible(one, caller))
        .forEach(one -> value.add(view(one)));
    return Response.json(200, body);
  }

  private Response get(Request request, Routes.Path path) {
    Person caller = caller(request);
    AppRegistration found =
        registrations
            .find(path.get("applicationId"))
            .filter(one -> registrations.isVisible(one, caller))
            .orElseThrow(PortalRefusedException::registrationNotFound);
    return Response.json(200, view(found));
  }

  private Response put(Request request, Routes.Path path) throws IOException {
    Registered registered =
        registrations.register(
            RegistrationForm.read(
                request.json(), path.get("applicationId"), caller(request).id(), directory));
    int status = registered.effect() == Effect.CREATED ? 201 : 200;
    return Response.json(status, view(registered.registration()));
  }

  private Response delete(Request request, Routes.Path path) {
    registrations.withdraw(path.get("applicationId"), caller(request).id());
    return Response.empty(204);
  }

  private Response approve(Request request, Routes.Path path) throws IOException {
    return Response.json(
        200,
        view(
            registrations.approve(
                path.get("applicationId"),
                request.json().path("version").asText(""),
                caller(request).id())));
  }

  private Response decline(Request request, Routes.Path path) throws IOException {
    return Response.json(
        200,
        view(
            registrations.decline(
                path.get("applicationId"),
                request.json().path("version").asText(""),
                caller(request).id(),
                request.json().path("reason").asText(""))));
  }

  private ObjectNode view(AppRegistration registration) {
    return RegistrationView.of(
        registration, directory.person(registration.entry().ownerId()), time.now());
  }

  private Person caller(Request request) {
    try {
      Principal principal = tokens.verify(request, Set.of(AUDIENCE));
      return requireUser(principal.objectId());
    } catch (TokenRefusedException e) {
      throw PortalRefusedException.notSignedIn();
    }
  }

  private static Routes.Handler refusing(Routes.Handler handler) {
    return (request, path) -> {
      try {
        return handler.handle(request, path);
      } catch (PortalRefusedException e) {
        throw refusal(e);
      }
    };
  }

  private static ServiceError refusal(PortalRefusedException cause) {
    String message = String.valueOf(cause.getMessage());
    return new ServiceError(error(cause.status(), cause.code(), message), message);
  }

  private static Operation own(String name) {
    return Operation.assumed("Portal_" + name, "Microsoft's portal has web pages only");
  }

  private static Response error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return Response.json(status, body);
  }
}
