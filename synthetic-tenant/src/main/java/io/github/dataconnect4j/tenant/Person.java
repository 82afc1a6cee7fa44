package io.github.dataconnect4j.tenant;

import io.github.dataconnect4j.cloud.OfficeRegion;
import java.util.Optional;

/**
 * A user of the tenant.
 *
 * @param id the object id
 * @param principalName the name to sign in with
 * @param displayName the name to show
 * @param department the department; empty for none
 * @param jobTitle the title; empty for none
 * @param managerId the object id of the manager
 * @param guest whether the user belongs to another tenant
 * @param enabled whether the account is enabled
 * @param region where the mailbox is; empty for a user without a mailbox in the cloud
 * @since 0.1.0
 */
public record Person(
    String id,
    String principalName,
    String displayName,
    String department,
    String jobTitle,
    Optional<String> managerId,
    boolean guest,
    boolean enabled,
    Optional<OfficeRegion> region) {}
