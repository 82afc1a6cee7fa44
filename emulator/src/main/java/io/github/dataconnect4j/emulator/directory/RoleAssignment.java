package io.github.dataconnect4j.emulator.directory;

/**
 * A role that somebody holds in the whole tenant.
 *
 * @param id the assignment's id
 * @param principalId the object id of a user or service principal
 * @param role what it is
 */
public record RoleAssignment(String id, String principalId, DirectoryRole role) {}
