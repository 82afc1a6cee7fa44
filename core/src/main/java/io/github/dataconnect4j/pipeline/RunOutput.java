package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Storage.StoredFile;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The files of one run, read from where it wrote them.
 *
 * <p>The caller's credential must be allowed to read blobs there; applying a landing grants that.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class RunOutput {

  /** The folder, beneath the run's own, that holds what describes the run. */
  public static final String METADATA = "metadata/";

  private final Storage storage;
  private final URI account;
  private final String container;
  private final String folder;
  private final Predicate<StoredFile> ours;

  /**
   * @param storage reads the account
   * @param account the account's blob endpoint
   * @param container the container
   * @param folder the run's folder, with a closing slash; empty for the container's root
   */
  public RunOutput(Storage storage, URI account, String container, String folder) {
    this(storage, account, container, folder, file -> true);
  }

  private RunOutput(
      Storage storage, URI account, String container, String folder, Predicate<StoredFile> ours) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.account = Objects.requireNonNull(account, "account");
    this.container = Objects.requireNonNull(container, "container");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.ours = ours;
  }

  /**
   * The same folder where other runs write to it as well: of the files directly in it, and in its
   * {@value #METADATA}, those that were last changed within a time. The service never cleans a
   * folder, and names its files so that runs do not overwrite each other's.
   *
   * @param from inclusive, to the second, which is as much as storage tells
   * @param until inclusive
   */
  public RunOutput changedBetween(Instant from, Instant until) {
    Instant second = from.equals(Instant.MAX) ? from : from.truncatedTo(ChronoUnit.SECONDS);
    return new RunOutput(
        storage,
        account,
        container,
        folder,
        file ->
            isDirect(file)
                && !file.lastModified().isBefore(second)
                && !file.lastModified().isAfter(until));
  }

  private boolean isDirect(StoredFile file) {
    String name = file.path().substring(folder.length());
    String direct = name.startsWith(METADATA) ? name.substring(METADATA.length()) : name;
    return direct.indexOf('/') < 0;
  }

  /**
   * The run's folder within the container, with a closing slash; empty for the container's root.
   */
  public String folder() {
    return folder;
  }

  /** The files with rows, in the order of their names. */
  public List<StoredFile> files() {
    return storage.list(account, container, folder).stream()
        .filter(file -> !file.path().startsWith(folder + METADATA))
        .filter(ours)
        .toList();
  }

  /** The files that describe the run. */
  public List<StoredFile> metadataFiles() {
    return storage.list(account, container, folder + METADATA).stream().filter(ours).toList();
  }

  /** Opens a file, from its first byte. The caller closes the stream. */
  public InputStream open(StoredFile file) {
    return storage.open(account, container, file);
  }

  @Override
  public String toString() {
    return account + (account.getPath().endsWith("/") ? "" : "/") + container + "/" + folder;
  }
}
