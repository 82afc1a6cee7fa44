package io.github.dataconnect4j.emulator.directory;

import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.world.Applications;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's directory. People and groups are given and stay; applications, owners, secrets and
 * roles change.
 *
 * <p>Thread-safe.
 */
public final class DirectoryStore implements People, Applications {

  // The emulator's own credential outlives every test that moves the clock.
  private static final Duration LONG_ENOUGH = Duration.ofDays(100 * 365);

  private final String tenantId;
  private final String domain;
  private final TimeSource time;
  private final Ids ids;
  private final ApplicationStore applications;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Person> byPrincipalName = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<RoleAssignment> roles = new CopyOnWriteArrayList<>();
  private volatile List<Licence> licences = List.of(Licence.MICROSOFT_365_E5);

  /**
   * A directory with one licence, Microsoft 365 E5, and without applications or roles.
   *
   * @param tenantId the tenant's id
   * @param domain the tenant's domain name, such as {@code contoso.onmicrosoft.com}
   * @param time the emulator's time, by which secrets lapse
   * @param chance what ids and secrets are made from
   * @throws IllegalArgumentException if two people or two groups share an id
   */
  public DirectoryStore(
      String tenantId,
      String domain,
      TimeSource time,
      RandomGenerator chance,
      List<Person> people,
      List<Group> groups) {
    this.tenantId = fold(tenantId);
    this.domain = fold(domain);
    this.time = time;
    this.ids = new Ids(chance);
    this.applications = new ApplicationStore(ids, time);
    for (Person person : people) {
      requireNew(this.people.putIfAbsent(fold(person.id()), person), "person", person.id());
      requireNew(
          byPrincipalName.putIfAbsent(fold(person.principalName()), person),
          "person",
          person.principalName());
    }
    for (Group group : groups) {
      requireNew(this.groups.putIfAbsent(fold(group.id()), group), "group", group.id());
    }
  }

  private static void requireNew(@Nullable Object before, String kind, String id) {
    if (before != null) {
      throw new IllegalArgumentException(
          "The directory has two of the " + kind + " '" + id + "'. Give each its own id and name.");
    }
  }

  public String tenantId() {
    return tenantId;
  }

  public String domain() {
    return domain;
  }

  /** The applications and service principals, to look at and to change. */
  public ApplicationStore applications() {
    return applications;
  }

  public List<Licence> licences() {
    return licences;
  }

  /** Replaces the licences that the tenant has. */
  public void setLicences(List<Licence> licences) {
    this.licences = List.copyOf(licences);
  }

  /** Gives a user or a service principal a role; one that it holds already stays. */
  public synchronized void assignRole(String principalId, DirectoryRole role) {
    if (!rolesOf(principalId).contains(role)) {
      roles.add(new RoleAssignment(ids.next(), fold(principalId), role));
    }
  }

  /** Takes a role away; one that is not held is no matter. */
  public void removeRole(String principalId, DirectoryRole role) {
    roles.removeIf(one -> one.role() == role && one.principalId().equalsIgnoreCase(principalId));
  }

  /** All roles that are held, in the order in which they were given. */
  public List<RoleAssignment> roleAssignments() {
    return List.copyOf(roles);
  }

  /** The roles of a user or a service principal, by object id. */
  public Set<DirectoryRole> rolesOf(String principalId) {
    Set<DirectoryRole> held = new LinkedHashSet<>();
    for (RoleAssignment assignment : roles) {
      if (assignment.principalId().equalsIgnoreCase(principalId)) {
        held.add(assignment.role());
      }
    }
    return held;
  }

  /**
   * Makes the application whose credential the emulator hands to its users. It may manage
   * applications and read the audit log: its service principal is Application Administrator and
   * Global Reader.
   *
   * @return its service principal
   */
  public ServicePrincipal addAutomation(String displayName, String clientId, Secret secret) {
    Application application =
        applications.add(
            clientId, new Application.Definition(displayName, "AzureADMyOrg", List.of(), "[]", ""));
    Instant now = time.now();
    applications.addPassword(application, "emulator", now, now.plus(LONG_ENOUGH), secret);
    ServicePrincipal principal =
        applications.createServicePrincipal(application, List.of()).orElseThrow();
    assignRole(principal.id(), DirectoryRole.APPLICATION_ADMINISTRATOR);
    assignRole(principal.id(), DirectoryRole.GLOBAL_READER);
    return principal;
  }

  /** Registers a certificate with the application of a client id, for as long as it is valid. */
  public void addCertificate(String clientId, X509Certificate certificate) {
    Application application = applications.withAppId(clientId).orElseThrow();
    applications.setKeys(
        application,
        List.of(
            new KeyCredential(
                applications.nextKeyId(),
                "emulator",
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Base64.getEncoder().encodeToString(KeyCredential.digest(certificate, "SHA-1")),
                certificate)));
  }

  @Override
  public List<Person> people() {
    return List.copyOf(people.values());
  }

  @Override
  public Optional<Person> person(String idOrPrincipalName) {
    String key = fold(idOrPrincipalName);
    return Optional.ofNullable(people.get(key))
        .or(() -> Optional.ofNullable(byPrincipalName.get(key)));
  }

  @Override
  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  @Override
  public Optional<Group> group(String id) {
    return Optional.ofNullable(groups.get(fold(id)));
  }

  @Override
  public Set<String> members(String groupId) {
    Set<String> users = new LinkedHashSet<>();
    for (String id : transitiveMemberIds(groupId)) {
      person(id).ifPresent(person -> users.add(person.id()));
    }
    return users;
  }

  /** The users and groups in a group, those of groups within it included, each once. */
  public Set<String> transitiveMemberIds(String groupId) {
    Set<String> members = new LinkedHashSet<>();
    // Groups may contain each other: each is opened once.
    Set<String> opened = new HashSet<>(Set.of(fold(groupId)));
    Deque<String> toOpen = new ArrayDeque<>(opened);
    while (!toOpen.isEmpty()) {
      for (String id : group(toOpen.remove()).map(Group::memberIds).orElse(List.of())) {
        members.add(id);
        if (group(id).isPresent() && opened.add(fold(id))) {
          toOpen.add(id);
        }
      }
    }
    return members;
  }

  @Override
  public boolean hasRole(String personId, String roleTemplateId) {
    return DirectoryRole.ofTemplate(roleTemplateId).filter(rolesOf(personId)::contains).isPresent();
  }

  @Override
  public Optional<String> servicePrincipalId(String applicationId) {
    return applications.servicePrincipalOf(applicationId).map(ServicePrincipal::id);
  }

  @Override
  public boolean applicationExists(String applicationId) {
    return applications.withAppId(applicationId).isPresent();
  }

  @Override
  public Set<String> ownerIds(String applicationId) {
    return applications.withAppId(applicationId).map(Application::ownerIds).orElse(Set.of());
  }

  @Override
  public boolean accepts(String applicationId, String secret) {
    return applications.judge(applicationId, secret) == ApplicationStore.SecretVerdict.VALID;
  }

  @Override
  public boolean accepts(String applicationId, X509Certificate certificate) {
    return applications.judge(applicationId, certificate) == ApplicationStore.SecretVerdict.VALID;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
