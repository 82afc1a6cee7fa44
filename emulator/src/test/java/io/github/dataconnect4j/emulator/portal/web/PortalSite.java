package io.github.dataconnect4j.emulator.portal.web;

import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DOMAIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.FaultPlan;
import io.github.dataconnect4j.emulator.http.HttpsFront;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.portal.PortalService;
import io.github.dataconnect4j.emulator.portal.web.Sinks.Sink;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The portals behind HTTPS, with a tenant of a handful of people and one storage account. */
final class PortalSite implements AutoCloseable {

  static final Sink SINK =
      new Sink(
          "22222222-2222-2222-2222-222222222222",
          "m365-rg",
          "mail",
          URI.create("https://mail.blob.core.windows.net"),
          URI.create("https://mail.dfs.core.windows.net"));

  final VirtualTime time = new VirtualTime(TestTenant.START);
  final DirectoryStore directory;
  final AuditLog audit = new AuditLog(time);
  final AppRegistrations registrations;
  final Application application;
  final HttpsFront front;

  private final HandshakeCertificates tls;

  PortalSite() {
    this(
        List.of(
            TestTenant.ADMIN,
            TestTenant.OTHER_ADMIN,
            DEVELOPER,
            TestTenant.EMPLOYEE,
            TestTenant.GUEST,
            TestTenant.GONE),
        List.of(TestTenant.FINANCE),
        "mail metrics",
        SINK);
  }

  PortalSite(List<Person> people, List<Group> groups, String applicationName, Sink sink) {
    directory = new DirectoryStore(TENANT, DOMAIN, time, new Random(7), people, groups);
    directory.assignRole(TestTenant.ADMIN.id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    directory.assignRole(TestTenant.OTHER_ADMIN.id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    directory.assignRole(DEVELOPER.id(), DirectoryRole.APPLICATION_DEVELOPER);
    registrations = new AppRegistrations(TENANT, directory, directory, time, audit);
    registrations.setDataConnectOn();
    application = TestTenant.application(directory, applicationName);
    directory.applications().addOwner(application, DEVELOPER.id());
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    tls =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    try {
      front =
          new HttpsFront(
              0,
              tls.sslContext(),
              List.of(
                  new PortalPages(directory, registrations, () -> List.of(sink), time, time),
                  new PortalService(directory, registrations, new Tokens(TENANT, time), time)),
              FaultPlan.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A browser in which nobody is signed in. */
  Browser browser() {
    return new Browser(front.port(), tls);
  }

  /** A browser in which somebody is signed in. */
  Browser as(Person person) {
    return browser().signIn(person.id());
  }

  String appId() {
    return application.appId();
  }

  /** Registers the application, asking for two columns of everybody's messages. */
  void register() {
    registrations.register(entry("Who writes to whom", Scope.everyone(), "sender", "subject"));
  }

  Entry entry(String description, Scope scope, String first, String... more) {
    return new Entry(
        TENANT,
        appId(),
        DEVELOPER.id(),
        description,
        SINK.subscriptionId(),
        SINK.resourceGroup(),
        SINK.blob(),
        List.of(
            new AuthorizedDataset(
                Catalog.builtIn().dataset("BasicDataSet_v0.Message_v1").columns(first, more),
                scope)));
  }

  /** Where consent stands. */
  String state() {
    return registrations
        .find(appId())
        .map(one -> one.stateAt(time.now()).label())
        .orElse("not registered");
  }

  @Override
  public void close() {
    front.close();
  }
}
