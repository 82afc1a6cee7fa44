package io.github.dataconnect4j.emulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built-in roles that Data Connect's setup has to do with. */
public enum BuiltInRole {
  OWNER("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", List.of("*"), List.of()),
  CONTRIBUTOR("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor", List.of("*"), List.of()),
  READER("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", List.of("*/read"), List.of()),
  USER_ACCESS_ADMINISTRATOR(
      "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
      "User Access Administrator",
      List.of("*/read", "Microsoft.Authorization/*"),
      List.of()),
  STORAGE_BLOB_DATA_OWNER(
      "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
      "Storage Blob Data Owner",
      List.of("Microsoft.Storage/storageAccounts/blobServices/containers/*"),
      List.of("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*")),
  STORAGE_BLOB_DATA_CONTRIBUTOR(
      "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
      "Storage Blob Data Contributor",
      List.of(
          "Microsoft.Storage/storageAccounts/blobServices/containers/read",
          "Microsoft.Storage/storageAccounts/blobServices/containers/write",
          "Microsoft.Storage/storageAccounts/blobServices/containers/delete"),
      List.of(
          "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
          "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
          "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete")),
  STORAGE_BLOB_DATA_READER(
      "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
      "Storage Blob Data Reader",
      List.of("Microsoft.Storage/storageAccounts/blobServices/containers/read"),
      List.of("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"));

  private final String id;
  private final String roleName;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> actions;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> dataActions;

  BuiltInRole(String id, String roleName, List<String> actions, List<String> dataActions) {
    this.id = id;
    this.roleName = roleName;
    this.actions = actions;
    this.dataActions = dataActions;
  }

  /** The last part of the definition's id, the same in every tenant. */
  public String id() {
    return id;
  }

  public String roleName() {
    return roleName;
  }

  public List<String> actions() {
    return actions;
  }

  public List<String> dataActions() {
    return dataActions;
  }

  /** The role whose definition has that id, whole or its last part. */
  public static Optional<BuiltInRole> of(String definitionId) {
    String last =
        definitionId.substring(definitionId.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(role -> role.id.equals(last)).findFirst();
  }

  /** The ids of some roles, as {@link io.github.dataconnect4j.emulator.world.Roles} takes them. */
  public static Set<String> ids(BuiltInRole... roles) {
    return Stream.of(roles).map(BuiltInRole::id).collect(Collectors.toUnmodifiableSet());
  }
}
