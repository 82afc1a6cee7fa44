package io.github.dataconnect4j.emulator.portal;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.truth.ConsentBehavior;
import io.github.dataconnect4j.emulator.world.Applications;
import io.github.dataconnect4j.emulator.world.Consents;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which apps are registered with Data Connect, and how administrators decided about them.
 *
 * <p>The states and what leads from one to the other are those of {@link
 * io.github.dataconnect4j.shared.ConsentLife}; an approval lasts 180 days of the emulator's time.
 * After a change of what is asked, runs keep what they had until somebody decides again ({@code
 * app-authorization.md}, 2024-11-07), unless {@link #setEditsVoidApprovals} says otherwise ({@code
 * app-registration.md}).
 *
 * <p>Thread-safe.
 */
public final class AppRegistrations implements Consents {

  private static final Logger LOG = LoggerFactory.getLogger(AppRegistrations.class);

  private final String tenantId;
  private final People people;
  private final Applications applications;
  private final TimeSource time;
  private final AuditLog audit;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, AppRegistration> registrations = new LinkedHashMap<>();
  private final Map<String, Integer> lastVersions = new HashMap<>();
  private final Map<String, List<Authorization>> decisions = new HashMap<>();
  private boolean dataConnectOn;
  private boolean editsVoidApprovals;

  /**
   * A tenant in which Data Connect is off and nothing is registered.
   *
   * @param time the emulator's time, by which approvals lapse
   */
  public AppRegistrations(
      String tenantId, People people, Applications applications, TimeSource time, AuditLog audit) {
    this.tenantId = fold(tenantId);
    this.people = people;
    this.applications = applications;
    this.time = time;
    this.audit = audit;
  }

  public synchronized void setDataConnectOn() {
    dataConnectOn = true;
  }

  public synchronized void setDataConnectOff() {
    dataConnectOn = false;
  }

  /** Has every edit from now on void what was approved, until somebody decides again. */
  public synchronized void setEditsVoidApprovals() {
    editsVoidApprovals = true;
  }

  @Override
  public synchronized boolean isDataConnectOn() {
    return dataConnectOn;
  }

  /**
   * Has something told the client id of each app that waits for a decision from now on: one that is
   * new, or whose registration changed. It is called on the thread that registers.
   */
  public void onRegistered(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** All registrations, oldest first. */
  public synchronized List<AppRegistration> all() {
    return List.copyOf(registrations.values());
  }

  /** The registration of an app, by client id. */
  public synchronized Optional<AppRegistration> find(String applicationId) {
    return Optional.ofNullable(registrations.get(fold(applicationId)));
  }

  /**
   * Registers an app or changes its registration. What an administrator decides about is the
   * destination, the datasets, their columns and scopes: only a change of these makes a new
   * version.
   *
   * @throws PortalRefusedException if the portal would not take it
   */
  public Registered register(Entry entry) {
    Registered registered = enter(entry);
    AppRegistration after = registered.registration();
    if (registered.effect() == Effect.CREATED || registered.effect() == Effect.NEW_VERSION) {
      LOG.info(
          "registered applicationId={} version={}", after.entry().applicationId(), after.version());
      listeners.forEach(listener -> listener.accept(after.entry().applicationId()));
    }
    return registered;
  }

  private synchronized Registered enter(Entry entry) {
    AppRegistration before = registrations.get(fold(entry.applicationId()));
    requireDeveloper(entry, before);
    if (before == null) {
      Instant now = time.now();
      // Versions go on after a deletion: the audit log still tells of the earlier ones.
      int last = lastVersions.getOrDefault(fold(entry.applicationId()), 0);
      if (last > 0) {
        ConsentBehavior.VERSIONS_COUNT_ON.observe();
      }
      return keep(AppRegistration.first(entry, last + 1, now), Effect.CREATED);
    }
    AppRegistration after = before.enteredAgain(entry, time.now(), editsVoidApprovals);
    if (after.version() > before.version()) {
      return keep(after, Effect.NEW_VERSION);
    }
    return sameButOwner(entry, before.entry())
        ? new Registered(before, Effect.NONE)
        : keep(after, Effect.CHANGED);
  }

  private static boolean sameButOwner(Entry left, Entry right) {
    return left.description().equals(right.description())
        && left.subscriptionId().equalsIgnoreCase(right.subscriptionId())
        && left.resourceGroup().equalsIgnoreCase(right.resourceGroup());
  }

  private void requireDeveloper(Entry entry, @Nullable AppRegistration before) {
    requireOn();
    Person developer = requirePerson(entry.ownerId());
    if (developer.guest()) {
      throw PortalRefusedException.guest();
    }
    if (!applications.applicationExists(entry.applicationId())) {
      throw PortalRefusedException.unknownApplication(entry.applicationId());
    }
    // A Global Administrator may change what somebody else registered, but not register for them.
    boolean mayChange = before != null && isGlobalAdministrator(developer);
    if (!mayChange && !isOwner(entry.applicationId(), developer)) {
      throw PortalRefusedException.notOwner(developer.principalName(), entry.applicationId());
    }
    if (!fold(entry.tenantId()).equals(tenantId)) {
      throw PortalRefusedException.invalid(
          List.of(
              "tenantId '"
                  + entry.tenantId()
                  + "' is not this tenant, which is '"
                  + tenantId
                  + "'. Register apps where they are."));
    }
  }

  private Registered keep(AppRegistration registration, Effect effect) {
    String key = fold(registration.entry().applicationId());
    registrations.put(key, registration);
    lastVersions.put(key, registration.version());
    return new Registered(registration, effect);
  }

  /**
   * Approves a version, for 180 days. An approval can be given again at any time.
   *
   * @param approver the object id or user principal name of a Global Administrator who does not own
   *     the app
   * @throws PortalRefusedException if the portal would not do it
   */
  public AppRegistration approve(String applicationId, String version, String approver) {
    return decide(applicationId, version, approver, Decision.APPROVED, "");
  }

  /**
   * Declines a version. What was approved before ends with it.
   *
   * @param reason what the developer is told; may be empty
   * @throws PortalRefusedException if the portal would not do it
   */
  public AppRegistration decline(
      String applicationId, String version, String approver, String reason) {
    return decide(applicationId, version, approver, Decision.DENIED, reason);
  }

  /**
   * Decides as a script does: only about the version that it was told of, and only if nobody else
   * has decided about that. Nothing happens otherwise, or if the registration is gone.
   */
  public synchronized void ifUndecided(String applicationId, String version, Runnable decision) {
    find(applicationId)
        .filter(one -> one.versionText().equals(version) && !one.isDecided())
        .ifPresent(one -> decision.run());
  }

  private synchronized AppRegistration decide(
      String applicationId, String version, String approver, Decision decision, String reason) {
    requireOn();
    Person administrator = requireGlobalAdministrator(approver);
    AppRegistration registration = require(applicationId);
    if (isOwner(applicationId, administrator)) {
      throw PortalRefusedException.selfApproval();
    }
    if (!registration.versionText().equals(version)) {
      throw PortalRefusedException.outdated(version, registration.versionText());
    }
    if (decision == Decision.APPROVED && registration.state() == ConsentState.DENIED) {
      ConsentBehavior.DENIED_IS_APPROVED_AT_ONCE.observe();
    }
    AppRegistration after =
        registration.decidedAs(decision, administrator.principalName(), time.now());
    registrations.put(fold(applicationId), after);
    decisions.computeIfAbsent(fold(applicationId), key -> new ArrayList<>()).add(after.inForce());
    audit.recordDecision(after.inForce(), administrator, reason);
    LOG.info("decided applicationId={} version={} decision={}", applicationId, version, decision);
    return after;
  }

  /**
   * Deletes a registration. The audit log keeps what was decided.
   *
   * @param person an owner of the app, or a Global Administrator
   * @throws PortalRefusedException if the portal would not do it
   */
  public synchronized void withdraw(String applicationId, String person) {
    requireOn();
    Person who = requirePerson(person);
    require(applicationId);
    if (!isOwner(applicationId, who) && !isGlobalAdministrator(who)) {
      throw PortalRefusedException.notOwner(who.principalName(), applicationId);
    }
    registrations.remove(fold(applicationId));
    LOG.info("withdrawn applicationId={}", applicationId);
  }

  @Override
  public Optional<Authorization> inForce(String applicationId) {
    return find(applicationId).map(AppRegistration::inForce);
  }

  @Override
  public void recordExtraction(AccessRequest request, String runId) {
    audit.recordExtraction(request, runId);
  }

  @Override
  public synchronized List<Authorization> decisions(String applicationId) {
    return List.copyOf(decisions.getOrDefault(fold(applicationId), List.of()));
  }

  /** Who may see a registration: owners, and those who may see every app. */
  boolean isVisible(AppRegistration registration, Person person) {
    return isOwner(registration.entry().applicationId(), person)
        || isGlobalAdministrator(person)
        || people.hasRole(person.id(), DirectoryRole.GLOBAL_READER.templateId());
  }

  /**
   * Does something about a registration, if it still is as somebody was shown it; nothing changes
   * in between.
   *
   * @return what was done; empty where the registration is another by now, or gone
   */
  public synchronized <T> Optional<T> ifStill(AppRegistration shown, Supplier<T> act) {
    return find(shown.entry().applicationId()).filter(shown::equals).map(same -> act.get());
  }

  /**
   * The person of that id or name.
   *
   * @throws PortalRefusedException if it is no Global Administrator
   */
  public Person requireGlobalAdministrator(String idOrPrincipalName) {
    Person person = requirePerson(idOrPrincipalName);
    if (!isGlobalAdministrator(person)) {
      throw PortalRefusedException.notGlobalAdministrator(person.principalName());
    }
    return person;
  }

  private Person requirePerson(String idOrPrincipalName) {
    return people
        .person(idOrPrincipalName)
        .orElseThrow(() -> PortalRefusedException.unknownUser(idOrPrincipalName));
  }

  private AppRegistration require(String applicationId) {
    return find(applicationId).orElseThrow(PortalRefusedException::registrationNotFound);
  }

  private void requireOn() {
    if (!isDataConnectOn()) {
      ConsentBehavior.NOTHING_WHILE_OFF.observe();
      throw PortalRefusedException.dataConnectOff();
    }
  }

  private boolean isOwner(String applicationId, Person person) {
    return applications.ownerIds(applicationId).contains(person.id());
  }

  private boolean isGlobalAdministrator(Person person) {
    return people.hasRole(person.id(), DirectoryRole.GLOBAL_ADMINISTRATOR.templateId());
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** What registering did. */
  public enum Effect {
    CREATED,
    /** What is asked changed, and somebody must decide about it. */
    NEW_VERSION,
    /** Something changed that nobody decides about, such as the description. */
    CHANGED,
    NONE
  }

  /**
   * How an app stands registered.
   *
   * @param registration what is registered now
   * @param effect what registering did
   */
  public record Registered(AppRegistration registration, Effect effect) {}
}
