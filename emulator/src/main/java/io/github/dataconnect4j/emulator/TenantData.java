package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.files.TenantFiles;
import io.github.dataconnect4j.tenant.Blueprint;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.tenant.SyntheticTenant;
import io.github.dataconnect4j.tenant.TenantRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who is in the tenant, and what they have.
 *
 * @param people its users
 * @param groups its groups
 * @param rows their data
 * @param files where the data comes from; empty if it is synthetic
 */
record TenantData(
    List<Person> people, List<Group> groups, TenantRows rows, Map<Dataset<?>, List<Path>> files) {

  static TenantData synthetic(
      Identity identity,
      OfficeRegion home,
      Instant until,
      int users,
      int messages,
      Blueprint.Outsiders outsiders) {
    SyntheticTenant tenant =
        new SyntheticTenant(
            Blueprint.of(identity.tenantId(), identity.domain(), home, until)
                .withSeed(identity.seed())
                .withSize(users, messages)
                .withOutsiders(outsiders));
    return new TenantData(tenant.people(), tenant.groups(), tenant, Map.of());
  }

  static TenantData of(Path folder, Identity identity, OfficeRegion home) {
    TenantFiles files = new TenantFiles(folder, identity.tenantId(), identity.domain(), home);
    return new TenantData(files.people(), files.groups(), files, files.files());
  }
}
