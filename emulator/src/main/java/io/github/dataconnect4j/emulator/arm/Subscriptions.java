package io.github.dataconnect4j.emulator.arm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The subscriptions of the world. Immutable. */
public final class Subscriptions {

  private final List<Subscription> all;

  public Subscriptions(List<Subscription> all) {
    this.all = List.copyOf(all);
  }

  public List<Subscription> all() {
    return all;
  }

  public Optional<Subscription> find(String id) {
    return all.stream().filter(one -> one.id().equalsIgnoreCase(id)).findFirst();
  }

  Subscription of(String resourceId) {
    String lower = resourceId.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(one -> (lower + "/").startsWith(one.resourceId().toLowerCase(Locale.ROOT) + "/"))
        .findFirst()
        .orElseThrow(() -> ArmErrors.notFound(resourceId));
  }

  /**
   * A subscription.
   *
   * @param id its id
   * @param tenantId the tenant that it trusts
   * @param displayName the name to show
   */
  public record Subscription(String id, String tenantId, String displayName) {

    /** The id that scopes begin with. */
    public String resourceId() {
      return "/subscriptions/" + id;
    }
  }
}
