package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.world.Applications;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.emulator.world.Consents;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.emulator.world.KeyVaults;
import io.github.dataconnect4j.emulator.world.People;
import io.github.dataconnect4j.emulator.world.Roles;
import io.github.dataconnect4j.emulator.world.StorageAccounts;
import io.github.dataconnect4j.emulator.world.StorageEndpoints;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.tenant.TenantRows;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a copy has to do with.
 *
 * @param time when things happen
 * @param people whose data there is
 * @param applications who signs in
 * @param consents what is allowed
 * @param rows the data
 * @param accounts where it goes
 * @param roles who may write there
 * @param blobs what is written to
 * @param keyVaults what linked services may refer to
 * @param endpoints where the storage accounts answer
 * @param userFilter the users that a {@code userScopeFilterUri} selects; throws {@link
 *     IllegalArgumentException}, with a text that tells why, for one that it cannot read
 * @param ids makes ids
 */
public record CopyWorld(
    EmulatorTime time,
    People people,
    Applications applications,
    Consents consents,
    TenantRows rows,
    StorageAccounts accounts,
    Roles roles,
    Blobs blobs,
    KeyVaults keyVaults,
    StorageEndpoints endpoints,
    Function<String, Predicate<Person>> userFilter,
    Ids ids) {}
