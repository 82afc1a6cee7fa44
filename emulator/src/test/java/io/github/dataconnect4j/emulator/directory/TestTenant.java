package io.github.dataconnect4j.emulator.directory;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A tenant of a handful of people, for the tests of the services that stand on the directory. */
public final class TestTenant {

  public static final String TENANT = "11111111-1111-1111-1111-111111111111";
  public static final String DOMAIN = "contoso.onmicrosoft.com";
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  public static final Person ADMIN = person(1, "Megan Bowen", "IT", false, true);
  public static final Person OTHER_ADMIN = person(2, "Nestor Wilke", "IT", false, true);
  public static final Person DEVELOPER = person(3, "Adele Vance", "Finance", false, true);
  public static final Person EMPLOYEE = person(4, "Alex Wilber", "Finance", false, true);
  public static final Person GUEST = person(5, "Guest Partner", "", true, true);
  public static final Person GONE = person(6, "Gone Long", "Sales", false, false);

  public static final Group FINANCE =
      new Group(id('b', 1), "Finance", Group.Kind.SECURITY, List.of(DEVELOPER.id(), EMPLOYEE.id()));
  public static final Group EVERYBODY =
      new Group(
          id('b', 2),
          "All Company",
          Group.Kind.MICROSOFT_365,
          List.of(ADMIN.id(), FINANCE.id(), id('b', 3)));
  public static final Group CIRCLE =
      new Group(
          id('b', 3), "Circle", Group.Kind.DISTRIBUTION, List.of(id('b', 2), OTHER_ADMIN.id()));

  public static final String AUTOMATION = id('c', 1);
  public static final Secret AUTOMATION_SECRET = Secret.of("automation-secret-of-tests");

  private TestTenant() {}

  public static DirectoryStore directory(VirtualTime time) {
    DirectoryStore directory =
        new DirectoryStore(
            TENANT,
            DOMAIN,
            time,
            new Random(7),
            List.of(ADMIN, OTHER_ADMIN, DEVELOPER, EMPLOYEE, GUEST, GONE),
            List.of(FINANCE, EVERYBODY, CIRCLE));
    directory.assignRole(ADMIN.id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    directory.assignRole(OTHER_ADMIN.id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    directory.assignRole(DEVELOPER.id(), DirectoryRole.APPLICATION_DEVELOPER);
    directory.addAutomation("automation", AUTOMATION, AUTOMATION_SECRET);
    return directory;
  }

  /** An application of nobody, with what it acts as in the tenant. */
  public static Application application(DirectoryStore directory, String name) {
    Application made =
        directory
            .applications()
            .create(new Application.Definition(name, "AzureADMyOrg", List.of("gdc"), "[]", ""));
    directory.applications().createServicePrincipal(made, List.of());
    return made;
  }

  private static Person person(
      int number, String name, String department, boolean guest, boolean enabled) {
    String nickname = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    return new Person(
        id('a', number),
        nickname + "@contoso.com",
        name,
        department,
        "",
        Optional.empty(),
        guest,
        enabled,
        guest ? Optional.empty() : Optional.of(OfficeRegion.EUROPE));
  }

  private static String id(char kind, int number) {
    return String.valueOf(kind).repeat(8) + "-0000-4000-8000-00000000000" + number;
  }
}
