package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A tenant and a subscription as plain collections: the far side of a {@link MemoryAccount}. */
final class MemoryCloud {

  static final String OWNER = "owner";
  static final String ADMINISTRATOR = "administrator";
  static final String TENANT = "11111111-1111-4111-8111-111111111111";

  final VirtualTime time = new VirtualTime(Instant.parse("2026-03-01T00:00:00Z"));
  final Cloud cloud =
      Cloud.builder("memory")
          .portal("https://portal.example")
          .time(time)
          .chance(new Random(7))
          .build();

  /** What stands, by kind and name, where no more needs to be known of it. */
  final Set<String> standing = new HashSet<>();

  final Map<String, StorageAccount> accounts = new HashMap<>();
  final Map<String, MemoryStorage.MemoryLease> leases = new HashMap<>();
  final Map<String, MemoryFile> files = new TreeMap<>();
  final Map<String, MemoryApplication> applications = new LinkedHashMap<>();
  final Map<String, Entry> registered = new HashMap<>();

  /** What was decided, the last first. */
  final Map<String, Deque<Authorization>> decided = new HashMap<>();

  final Map<String, MemoryService> services = new HashMap<>();

  /** The tenant's mail. */
  final List<Map<String, String>> messages = MemoryRows.before(time.now());

  Duration lag = Duration.ZERO;
  boolean on = true;
  boolean logIsOpen = true;
  int writes;
  private final Map<Call, Deque<Trouble>> troubles = new EnumMap<>(Call.class);
  private int ids;

  String newId() {
    return "%08x-0000-4000-8000-000000000000".formatted(++ids);
  }

  void make(String what) {
    writes++;
    standing.add(what);
  }

  void write(String address, String content) {
    write(address, content.getBytes(StandardCharsets.UTF_8));
  }

  void write(String address, byte[] content) {
    files.put(address, new MemoryFile(content, newId(), time.now()));
  }

  /** The last decision, if there is one. */
  Optional<Authorization> decided(String applicationId) {
    return Optional.ofNullable(decided.get(applicationId)).map(Deque::peekFirst);
  }

  void order(Call call, Trouble trouble) {
    troubles.computeIfAbsent(call, any -> new ArrayDeque<>()).add(trouble);
  }

  Optional<Trouble> next(Call call) {
    return Optional.ofNullable(troubles.get(call)).map(Deque::poll);
  }

  void restore() {
    troubles.clear();
    lag = Duration.ZERO;
    on = true;
    logIsOpen = true;
  }

  MemoryService service(String host) {
    return services.computeIfAbsent(host, any -> new MemoryService(this));
  }

  void decide(String applicationId, Authorization.Decision decision) {
    Entry entry = registered.get(applicationId);
    Instant now = time.now();
    decided
        .computeIfAbsent(applicationId, any -> new ArrayDeque<>())
        .addFirst(
            new Authorization(
                applicationId,
                entry.tenantId(),
                "1",
                decision,
                Optional.of("administrator"),
                Optional.of(now),
                Optional.of(now.plus(Authorization.VALIDITY)),
                entry.destination(),
                entry.tenantId(),
                entry.datasets()));
  }

  /** A file: another etag for each content. */
  static final class MemoryFile {
    final byte[] content;
    final String etag;
    final Instant lastModified;

    MemoryFile(byte[] content, String etag, Instant lastModified) {
      this.content = content;
      this.etag = etag;
      this.lastModified = lastModified;
    }
  }

  /**
   * An application.
   *
   * @param tag the tag that it carries
   * @param seen as the directory shows it
   */
  record MemoryApplication(String tag, Application seen) {}
}
