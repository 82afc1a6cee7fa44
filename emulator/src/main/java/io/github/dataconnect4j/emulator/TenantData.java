package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.tenant.Blueprint;
import io.github.dataconnect4j.emulator.tenant.ExtractFiles;
import io.github.dataconnect4j.emulator.tenant.SyntheticTenant;
import io.github.dataconnect4j.emulator.world.Group;
import io.github.dataconnect4j.emulator.world.Person;
import io.github.dataconnect4j.emulator.world.Rows;
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
    List<Person> people, List<Group> groups, Rows rows, Map<Dataset<?>, List<Path>> files) {

  static TenantData synthetic(
      World.Identity identity, OfficeRegion home, Instant until, int users, int messages) {
    SyntheticTenant tenant =
        new SyntheticTenant(
            Blueprint.of(identity.tenantId(), identity.domain(), home, until)
                .withSeed(identity.seed())
                .withSize(users, messages));
    return new TenantData(tenant.people(), tenant.groups(), tenant, Map.of());
  }

  static TenantData of(Path folder, World.Identity identity, OfficeRegion home) {
    ExtractFiles files = new ExtractFiles(folder, identity.tenantId(), identity.domain(), home);
    return new TenantData(files.people(), files.groups(), files, files.files());
  }
}
