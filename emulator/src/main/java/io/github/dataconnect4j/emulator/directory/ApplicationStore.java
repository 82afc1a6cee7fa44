package io.github.dataconnect4j.emulator.directory;

import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.time.TimeSource;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directory's applications and service principals. Thread-safe. */
public final class ApplicationStore {

  private final Ids ids;
  private final TimeSource time;
  private final Map<String, Application> applications = new LinkedHashMap<>();
  private final Map<String, ServicePrincipal> principals = new LinkedHashMap<>();

  ApplicationStore(Ids ids, TimeSource time) {
    this.ids = ids;
    this.time = time;
  }

  /** All applications, oldest first. */
  public synchronized List<Application> all() {
    return List.copyOf(applications.values());
  }

  /** The application with an object id. */
  public synchronized Optional<Application> find(String id) {
    return Optional.ofNullable(applications.get(fold(id)));
  }

  /** The application with a client id. */
  public synchronized Optional<Application> withAppId(String appId) {
    return applications.values().stream()
        .filter(one -> one.appId().equalsIgnoreCase(appId))
        .findFirst();
  }

  public Application create(Application.Definition definition) {
    return add(ids.next(), definition);
  }

  /** The application with a unique name. */
  public synchronized Optional<Application> withUniqueName(String name) {
    return applications.values().stream()
        .filter(one -> !name.isEmpty() && one.definition().uniqueName().equals(name))
        .findFirst();
  }

  /**
   * Makes the application of a unique name, or brings it to what is given: one call for both, so
   * that many callers at once make one.
   *
   * @return whether it was made
   */
  public synchronized boolean upsert(Application.Definition definition) {
    Optional<Application> found = withUniqueName(definition.uniqueName());
    found.ifPresentOrElse(
        one -> applications.put(one.id(), one.withDefinition(definition)),
        () -> create(definition));
    return found.isEmpty();
  }

  synchronized Application add(String appId, Application.Definition definition) {
    Application made =
        new Application(
            ids.next(), fold(appId), definition, time.now(), Set.of(), List.of(), List.of());
    applications.put(made.id(), made);
    return made;
  }

  /** Removes an application, and with it what it acts as in the tenant. */
  public synchronized void delete(Application application) {
    applications.remove(application.id());
    principals.values().removeIf(one -> one.appId().equals(application.appId()));
  }

  /** Removes what an application acts as in the tenant. */
  public synchronized void delete(ServicePrincipal principal) {
    principals.remove(principal.id());
  }

  /**
   * Adds an owner.
   *
   * @return false if it was one already
   */
  public synchronized boolean addOwner(Application application, String principalId) {
    Application found = applications.getOrDefault(application.id(), application);
    if (found.ownerIds().contains(principalId)) {
      return false;
    }
    applications.replace(found.id(), found.withOwner(principalId));
    return true;
  }

  /** Adds a secret that the directory makes; its value is told only here. */
  public AddedPassword addPassword(
      Application application, String displayName, Instant startsAt, Instant endsAt) {
    ServiceBehavior.ENTRA_SECRETS.observe();
    Secret value = ids.nextSecret();
    return new AddedPassword(addPassword(application, displayName, startsAt, endsAt, value), value);
  }

  synchronized PasswordCredential addPassword(
      Application application, String displayName, Instant startsAt, Instant endsAt, Secret value) {
    PasswordCredential added =
        PasswordCredential.of(ids.next(), displayName, startsAt, endsAt, value);
    applications.computeIfPresent(application.id(), (id, found) -> found.withPassword(added));
    return added;
  }

  /**
   * Removes a secret.
   *
   * @return false if there is none of that id
   */
  public synchronized boolean removePassword(Application application, String keyId) {
    Application found = applications.getOrDefault(application.id(), application);
    Application fewer = found.withoutPassword(keyId);
    applications.replace(found.id(), fewer);
    return fewer.passwords().size() < found.passwords().size();
  }

  /** Makes the id of a certificate that is about to be registered. */
  public String nextKeyId() {
    return ids.next();
  }

  /** Replaces all certificates of an application. */
  public synchronized void setKeys(Application application, List<KeyCredential> keys) {
    applications.computeIfPresent(application.id(), (id, found) -> found.withKeys(keys));
  }

  /** Judges a certificate that somebody signs in with. */
  public synchronized SecretVerdict judge(String appId, X509Certificate certificate) {
    List<KeyCredential> alike =
        withAppId(appId).stream()
            .flatMap(found -> found.keys().stream())
            .filter(key -> key.certificate().equals(certificate))
            .toList();
    if (alike.isEmpty()) {
      return SecretVerdict.WRONG;
    }
    Instant now = time.now();
    return alike.stream().anyMatch(key -> key.isValidAt(now))
        ? SecretVerdict.VALID
        : SecretVerdict.LAPSED;
  }

  /** Judges a secret that somebody signs in with. */
  public synchronized SecretVerdict judge(String appId, String secret) {
    List<PasswordCredential> alike = new ArrayList<>();
    withAppId(appId)
        .ifPresent(
            found ->
                found.passwords().stream()
                    .filter(password -> password.isSecret(secret))
                    .forEach(alike::add));
    if (alike.isEmpty()) {
      return SecretVerdict.WRONG;
    }
    Instant now = time.now();
    return alike.stream().anyMatch(password -> password.isValidAt(now))
        ? SecretVerdict.VALID
        : SecretVerdict.LAPSED;
  }

  /** All service principals, oldest first. */
  public synchronized List<ServicePrincipal> servicePrincipals() {
    return List.copyOf(principals.values());
  }

  /** The service principal with an object id. */
  public synchronized Optional<ServicePrincipal> servicePrincipal(String id) {
    return Optional.ofNullable(principals.get(fold(id)));
  }

  /** The service principal of an application, by client id. */
  public synchronized Optional<ServicePrincipal> servicePrincipalOf(String appId) {
    return principals.values().stream()
        .filter(one -> one.appId().equalsIgnoreCase(appId))
        .findFirst();
  }

  /**
   * Makes what an application acts as in the tenant.
   *
   * @return empty if it is there already
   */
  public synchronized Optional<ServicePrincipal> createServicePrincipal(
      Application application, List<String> tags) {
    if (servicePrincipalOf(application.appId()).isPresent()) {
      return Optional.empty();
    }
    ServicePrincipal made =
        new ServicePrincipal(
            ids.next(), application.appId(), application.definition().displayName(), tags);
    principals.put(made.id(), made);
    return Optional.of(made);
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** How a secret or a certificate stands. */
  public enum SecretVerdict {
    VALID,
    WRONG,
    LAPSED
  }

  /**
   * A secret just added.
   *
   * @param credential its place in the directory
   * @param value its value, which cannot be read again
   */
  public record AddedPassword(PasswordCredential credential, Secret value) {}
}
