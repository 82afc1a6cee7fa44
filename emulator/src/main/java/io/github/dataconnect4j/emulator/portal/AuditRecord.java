package io.github.dataconnect4j.emulator.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One line of the tenant's audit log.
 *
 * @param id the record's id
 * @param createdAt when it happened
 * @param recordType such as {@code MicrosoftGraphDataConnectConsent}
 * @param operation such as {@code ConsentModificationRequest}
 * @param objectId the client id of the app that it is about
 * @param userId who did it: an object id, or a client id
 * @param userPrincipalName the same by name
 * @param auditData what is told only of this kind of record; not to be changed
 */
public record AuditRecord(
    String id,
    Instant createdAt,
    String recordType,
    String operation,
    String objectId,
    String userId,
    String userPrincipalName,
    ObjectNode auditData) {}
