package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.emulator.world.StorageAccounts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The storage accounts among ARM's resources, and their keys.
 *
 * <p>Thread-safe.
 */
public final class StorageAccountStore implements StorageAccounts {

  static final String TYPE = "Microsoft.Storage/storageAccounts";
  private static final int KEY_BYTES = 64;

  private final Resources resources;
  private final Subscriptions subscriptions;
  private final Ids ids;
  private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

  public StorageAccountStore(Resources resources, Subscriptions subscriptions, Ids ids) {
    this.resources = resources;
    this.subscriptions = subscriptions;
    this.ids = ids;
  }

  @Override
  public Optional<Account> account(String name) {
    return resource(name).map(this::account);
  }

  /** All accounts, in the order of their ids. */
  public List<Account> all() {
    return resources.ofType("", TYPE).stream().map(this::account).toList();
  }

  /** The two access keys of an account, in base 64; none where there is no such account. */
  public List<String> keys(String name) {
    return resource(name).isEmpty()
        ? List.of()
        : keys.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> List.of(key(), key()));
  }

  @Override
  public Optional<List<String>> accessKeys(String name) {
    // Absent and null mean that they are allowed.
    return resource(name)
        .filter(resource -> resource.at("/properties/allowSharedKeyAccess").asBoolean(true))
        .map(allowed -> keys(name));
  }

  /** Puts another key in the place of one: the first, counted from 0, or the second. */
  List<String> regenerateKey(String name, int index) {
    List<String> next = new ArrayList<>(keys(name));
    next.set(index, key());
    keys.put(name.toLowerCase(Locale.ROOT), List.copyOf(next));
    return next;
  }

  Optional<ObjectNode> resource(String name) {
    return resources.ofType("", TYPE).stream()
        .filter(resource -> resource.path("name").asText().equalsIgnoreCase(name))
        .findFirst();
  }

  private Account account(ObjectNode resource) {
    String id = resource.path("id").asText();
    return new Account(
        resource.path("name").asText(),
        id,
        subscriptions.of(id).tenantId(),
        new Region(resource.path("location").asText()));
  }

  private String key() {
    return Base64.getEncoder().encodeToString(ids.nextBytes(KEY_BYTES));
  }

  void forgetKeys(String name) {
    keys.remove(name.toLowerCase(Locale.ROOT));
  }
}
