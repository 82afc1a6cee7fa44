package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of all storage accounts: small ones in memory, up to a bound, the others in temporary
 * files, which are gone when the store is closed.
 *
 * <p>Accounts need not be made; which exist is for {@link
 * io.github.dataconnect4j.emulator.world.StorageAccounts} to say. A reader sees the blob as it was
 * when reading began.
 *
 * <p>Thread-safe.
 */
public final class BlobStore implements Blobs, AutoCloseable {

  // Looks like the tags of the service, which count ticks since 1601.
  private static final long FIRST_ETAG = 0x8DE000000000000L;

  private final TimeSource time;
  private final Scratch scratch = new Scratch();
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, NavigableMap<String, Container>> accounts = new ConcurrentHashMap<>();

  /**
   * @param time tells when a blob was modified
   */
  public BlobStore(TimeSource time) {
    this.time = time;
  }

  @Override
  public boolean containerExists(String account, String container) {
    return container(account, container).isPresent();
  }

  @Override
  public void createContainer(String account, String container) {
    addContainer(account, container, Map.of());
  }

  /**
   * {@inheritDoc}
   *
   * <p>A stream on which a write failed leaves nothing behind.
   *
   * @throws NoSuchFileException if there is no such container
   */
  @Override
  public OutputStream create(String account, String container, String path) throws IOException {
    Container target =
        container(account, container)
            .orElseThrow(
                () -> new NoSuchFileException(account + "/" + container, null, "no container"));
    return new BlobOutput(target, path, spool());
  }

  @Override
  public void abandon(OutputStream blob) {
    if (!(blob instanceof BlobOutput output)) {
      throw new IllegalArgumentException("The stream " + blob + " is none that create() gave out.");
    }
    output.abandon();
  }

  /** Deletes all that an account holds; for when the account itself is deleted. */
  public void deleteAccount(String account) {
    Optional.ofNullable(accounts.remove(account))
        .ifPresent(containers -> containers.values().forEach(Container::deleteAll));
  }

  /** Deletes everything, the temporary files first of all. */
  @Override
  public void close() {
    accounts.keySet().forEach(this::deleteAccount);
    scratch.close();
  }

  Optional<Container> container(String account, String name) {
    return Optional.ofNullable(containersOf(account).get(name));
  }

  /** The containers of an account, by name. */
  NavigableMap<String, Container> containersOf(String account) {
    return accounts.computeIfAbsent(account, key -> new ConcurrentSkipListMap<>());
  }

  /** Makes a container; empty if there is one of that name already. */
  Optional<Container> addContainer(String account, String name, Map<String, String> metadata) {
    Container container = new Container(this::stamp, metadata);
    return containersOf(account).putIfAbsent(name, container) == null
        ? Optional.of(container)
        : Optional.empty();
  }

  @Override
  public List<String> containers(String account) {
    return List.copyOf(containersOf(account).keySet());
  }

  @Override
  public boolean deleteContainer(String account, String name) {
    Optional<Container> container = Optional.ofNullable(containersOf(account).remove(name));
    container.ifPresent(Container::deleteAll);
    return container.isPresent();
  }

  Spool spool() {
    return new Spool(scratch);
  }

  Scratch scratch() {
    return scratch;
  }

  TimeSource time() {
    return time;
  }

  private Stamp stamp() {
    String etag =
        "0x" + Long.toHexString(FIRST_ETAG + changes.incrementAndGet()).toUpperCase(Locale.ROOT);
    return new Stamp(etag, time.now());
  }
}
