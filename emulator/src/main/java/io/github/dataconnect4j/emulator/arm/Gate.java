package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.arm.Subscriptions.Subscription;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What ARM checks before it passes a request on, in this order: token, version, subscription,
 * tenant, roles, registration of the provider, resource group.
 *
 * <p>Reading takes a role that reads, changing takes Owner or Contributor, changing role
 * assignments takes Owner or User Access Administrator; the narrower built-in roles are not
 * imitated.
 */
final class Gate {

  private static final Set<String> READERS =
      BuiltInRole.ids(
          BuiltInRole.OWNER,
          BuiltInRole.CONTRIBUTOR,
          BuiltInRole.READER,
          BuiltInRole.USER_ACCESS_ADMINISTRATOR);
  private static final Set<String> WRITERS =
      BuiltInRole.ids(BuiltInRole.OWNER, BuiltInRole.CONTRIBUTOR);
  private static final Set<String> GRANTERS =
      BuiltInRole.ids(BuiltInRole.OWNER, BuiltInRole.USER_ACCESS_ADMINISTRATOR);
  private static final Set<String> READING_POSTS =
      Set.of("querypipelineruns", "queryactivityruns", "getstatus", "checknameavailability");

  private final ArmAuthentication authentication;
  private final Subscriptions subscriptions;
  private final Resources resources;
  private final RoleAssignments roles;
  private final ProviderRegistrations registrations;
  private final Map<String, Set<String>> versions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Gate(
      ArmAuthentication authentication,
      Subscriptions subscriptions,
      Resources resources,
      RoleAssignments roles,
      ProviderRegistrations registrations,
      Collection<ArmProvider> providers) {
    this.authentication = authentication;
    this.subscriptions = subscriptions;
    this.resources = resources;
    this.roles = roles;
    this.registrations = registrations;
    versions.put(ArmPath.RESOURCES, ApiVersions.RESOURCES);
    providers.forEach(provider -> versions.put(provider.namespace(), provider.apiVersions()));
  }

  Caller caller(Request request) {
    return authentication.check(request);
  }

  void check(Request request) {
    Caller caller = caller(request);
    ArmPath path = ArmPath.of(request);
    checkVersion(request, path);
    Optional<String> id = path.subscription();
    if (id.isEmpty()) {
      return;
    }
    Subscription subscription =
        subscriptions
            .find(id.get())
            .orElseThrow(
                () ->
                    ArmErrors.of(
                        404,
                        "SubscriptionNotFound",
                        "The subscription '" + id.get() + "' could not be found."));
    if (!caller.tenantId().equalsIgnoreCase(subscription.tenantId())) {
      throw ArmErrors.wrongTenant(caller.tenantId(), subscription.tenantId());
    }
    checkRoles(request, path, caller);
    checkRegistration(request, path, subscription);
    checkGroup(path, subscription);
  }

  private void checkVersion(Request request, ArmPath path) {
    ServiceBehavior.ARM_VERSIONS.observe();
    String version =
        request
            .query("api-version")
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    ArmErrors.badRequest(
                        "MissingApiVersionParameter",
                        "The api-version query parameter (?api-version=) is required for all"
                            + " requests."));
    Set<String> known = versions.getOrDefault(path.namespace(), Set.of());
    if (known.isEmpty()) {
      throw ArmErrors.of(
          404,
          "InvalidResourceNamespace",
          "The resource namespace '" + path.namespace() + "' is invalid.");
    }
    if (!known.contains(version.toLowerCase(Locale.ROOT))) {
      throw ArmErrors.badRequest(
          "InvalidApiVersionParameter",
          "The api-version '"
              + version
              + "' is invalid. The supported versions are '"
              + String.join(",", known.stream().sorted().toList())
              + "'.");
    }
  }

  private void checkRoles(Request request, ArmPath path, Caller caller) {
    boolean isSubscription = path.segments().size() == 2;
    boolean allowed =
        isSubscription
            ? roles.holdsAnyAround(caller.objectId(), path.id())
            : roles.holds(caller.objectId(), path.id(), needed(request, path));
    if (!allowed) {
      throw ArmErrors.of(
          403,
          "AuthorizationFailed",
          "The client with object id '"
              + caller.objectId()
              + "' does not have authorization to perform action '"
              + path.action(verb(request))
              + "' over scope '"
              + path.id()
              + "' or the scope is invalid. If access was recently granted, please refresh your"
              + " credentials.");
    }
  }

  private static Set<String> needed(Request request, ArmPath path) {
    if (isRead(request, path)) {
      return READERS;
    }
    return path.namespace().equalsIgnoreCase(ArmPath.AUTHORIZATION) ? GRANTERS : WRITERS;
  }

  private static String verb(Request request) {
    return switch (request.method()) {
      case "GET", "HEAD" -> "read";
      case "DELETE" -> "delete";
      case "POST" -> "action";
      default -> "write";
    };
  }

  private static boolean isRead(Request request, ArmPath path) {
    return verb(request).equals("read")
        || READING_POSTS.contains(path.last().toLowerCase(Locale.ROOT));
  }

  private void checkRegistration(Request request, ArmPath path, Subscription subscription) {
    boolean changes = !verb(request).equals("read");
    if (changes && !registrations.isRegistered(subscription.id(), path.namespace())) {
      throw ArmErrors.of(
          409,
          "MissingSubscriptionRegistration",
          "The subscription is not registered to use namespace '"
              + path.namespace()
              + "'. See https://aka.ms/rps-not-found for how to register subscriptions.");
    }
  }

  private void checkGroup(ArmPath path, Subscription subscription) {
    Optional<String> group = path.insideGroup();
    if (group.isPresent()
        && resources.find(subscription.resourceId() + "/resourceGroups/" + group.get()).isEmpty()) {
      throw ResourceGroups.missing(group.get());
    }
  }

  List<Subscription> visibleTo(Caller caller) {
    return subscriptions.all().stream()
        .filter(one -> one.tenantId().equalsIgnoreCase(caller.tenantId()))
        .filter(one -> roles.holdsAnyAround(caller.objectId(), one.resourceId()))
        .toList();
  }
}
