package io.github.dataconnect4j.emulator.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An application of the directory, as it stood when it was read.
 *
 * @param id the object id
 * @param appId the client id
 * @param definition what its maker gave
 * @param createdAt when it was made
 * @param ownerIds the object ids of its owners
 * @param passwords its secrets, without their values
 * @param keys its certificates
 */
public record Application(
    String id,
    String appId,
    Definition definition,
    Instant createdAt,
    Set<String> ownerIds,
    List<PasswordCredential> passwords,
    List<KeyCredential> keys) {

  public Application {
    // Not Set.copyOf: owners are listed in the order in which they were added.
    ownerIds = Collections.unmodifiableSet(new LinkedHashSet<>(ownerIds));
    passwords = List.copyOf(passwords);
    keys = List.copyOf(keys);
  }

  Application withOwner(String principalId) {
    Set<String> more = new LinkedHashSet<>(ownerIds);
    more.add(principalId);
    return new Application(id, appId, definition, createdAt, more, passwords, keys);
  }

  Application withPassword(PasswordCredential password) {
    List<PasswordCredential> more = new ArrayList<>(passwords);
    more.add(password);
    return new Application(id, appId, definition, createdAt, ownerIds, more, keys);
  }

  Application withoutPassword(String keyId) {
    List<PasswordCredential> fewer =
        passwords.stream().filter(one -> !one.keyId().equalsIgnoreCase(keyId)).toList();
    return new Application(id, appId, definition, createdAt, ownerIds, fewer, keys);
  }

  Application withDefinition(Definition other) {
    return new Application(id, appId, other, createdAt, ownerIds, passwords, keys);
  }

  Application withKeys(List<KeyCredential> all) {
    return new Application(id, appId, definition, createdAt, ownerIds, passwords, all);
  }

  /**
   * What the maker of an application decides.
   *
   * @param displayName the name to show; several applications may share it
   * @param signInAudience whose accounts may sign in
   * @param tags labels to find it by
   * @param requiredResourceAccess the permissions it declares, as JSON text
   * @param uniqueName what it can be addressed by, beside its ids; empty for none
   */
  public record Definition(
      String displayName,
      String signInAudience,
      List<String> tags,
      String requiredResourceAccess,
      String uniqueName) {

    public Definition {
      tags = List.copyOf(tags);
    }
  }
}
