package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.web.AppView.DecisionView;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the pages stand on.
 *
 * @param directory people, groups and applications
 * @param registrations what is registered and decided
 * @param sinks where data can be delivered
 * @param time the emulator's
 */
record PortalWorld(
    DirectoryStore directory, AppRegistrations registrations, Sinks sinks, TimeSource time) {

  boolean isGlobalAdministrator(Person person) {
    return directory.rolesOf(person.id()).contains(DirectoryRole.GLOBAL_ADMINISTRATOR);
  }

  /** Whether somebody may look at what administrators decide about. */
  boolean mayReview(Person person) {
    return isGlobalAdministrator(person)
        || directory.rolesOf(person.id()).contains(DirectoryRole.GLOBAL_READER);
  }

  boolean owns(Person person, String applicationId) {
    return directory.ownerIds(applicationId).contains(person.id());
  }

  /** The applications that somebody owns and has not registered yet. */
  List<Application> unregistered(Person person) {
    return directory.applications().all().stream()
        .filter(one -> one.ownerIds().contains(person.id()))
        .filter(one -> registrations.find(one.appId()).isEmpty())
        .toList();
  }

  String nameOf(String applicationId) {
    return directory
        .applications()
        .withAppId(applicationId)
        .map(one -> one.definition().displayName())
        .orElse(applicationId);
  }

  AppView view(AppRegistration registration) {
    Instant now = time.now();
    String owner = registration.entry().ownerId();
    return new AppView(
        registration.entry(),
        nameOf(registration.entry().applicationId()),
        registration.stateAt(now),
        registration.versionText(),
        directory.person(owner).map(Person::principalName).orElse(owner),
        registration.registeredAt(),
        registration.modifiedAt(),
        registration.entry().datasets().stream()
            .map(one -> DatasetView.of(one, directory))
            .toList(),
        registration.decided().map(last -> decision(last, now)));
  }

  private static DecisionView decision(Authorization last, Instant now) {
    boolean approved = last.decision() == Decision.APPROVED;
    Optional<String> validity =
        last.expiresAt().map(end -> Shown.time(end) + " (" + Shown.daysLeft(now, end) + ")");
    return new DecisionView(
        approved ? "Approved" : "Denied",
        last.approver().orElse(""),
        last.decidedAt().map(Shown::time).orElse(""),
        last.version(),
        validity.orElse(""));
  }
}
