package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which subscription may use which resource provider.
 *
 * <p>A registration takes some of the emulator's time; until then the provider refuses writes.
 * Azure registers region by region and lets them in as soon as the region is done; here every
 * region is done at the end.
 *
 * <p>Thread-safe.
 */
public final class ProviderRegistrations {

  /** How long a registration usually takes. */
  public static final Duration TAKES = Duration.ofMinutes(1);

  private static final Set<String> ALWAYS = Set.of(ArmPath.RESOURCES, ArmPath.AUTHORIZATION);
  private static final List<String> ON_REQUEST =
      List.of(
          "Microsoft.DataFactory",
          "Microsoft.GraphServices",
          "Microsoft.Storage",
          "Microsoft.Synapse");

  private final Map<String, Instant> registeredFrom = new ConcurrentHashMap<>();
  private final TimeSource time;
  private final Duration takes;

  /**
   * @param takes how long a registration takes
   */
  public ProviderRegistrations(TimeSource time, Duration takes) {
    this.time = time;
    this.takes = takes;
  }

  /** The providers that exist, as Microsoft spells them. */
  List<String> namespaces() {
    List<String> all = new ArrayList<>(ON_REQUEST);
    all.addAll(ALWAYS);
    all.sort(String::compareTo);
    return all;
  }

  Optional<String> namespace(String asked) {
    return namespaces().stream().filter(one -> one.equalsIgnoreCase(asked)).findFirst();
  }

  /** Starts a registration; one that has begun or is done stays as it is. */
  public void register(String subscription, String namespace) {
    ServiceBehavior.ARM_PROVIDER_TAKES_A_MINUTE.observe();
    registeredFrom.putIfAbsent(key(subscription, namespace), time.now().plus(takes));
  }

  /** Has a provider that exists registered at once, as a deployment does. */
  public void complete(String subscription, String namespace) {
    if (namespace(namespace).isPresent()) {
      registeredFrom.put(key(subscription, namespace), time.now());
    }
  }

  public void unregister(String subscription, String namespace) {
    registeredFrom.remove(key(subscription, namespace));
  }

  public boolean isRegistered(String subscription, String namespace) {
    return state(subscription, namespace).equals("Registered");
  }

  String state(String subscription, String namespace) {
    if (ALWAYS.stream().anyMatch(namespace::equalsIgnoreCase)) {
      return "Registered";
    }
    Instant from = registeredFrom.get(key(subscription, namespace));
    if (from == null) {
      return "NotRegistered";
    }
    return time.now().isBefore(from) ? "Registering" : "Registered";
  }

  private static String key(String subscription, String namespace) {
    return (subscription + "/" + namespace).toLowerCase(Locale.ROOT);
  }
}
