package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.Storage;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The files of one run in a folder of a storage account. */
final class StoredOutput implements RunOutput {

  private final Storage storage;
  private final URI account;
  private final String container;
  private final String folder;
  private final Predicate<StoredFile> ours;
  private final Supplier<Optional<Selection<?>>> selection;

  /**
   * @param storage reads the account
   * @param account the account's blob endpoint
   * @param container the container
   * @param folder the run's folder, with a closing slash; empty for the container's root
   */
  StoredOutput(Storage storage, URI account, String container, String folder) {
    this(storage, account, container, folder, file -> true, Optional::empty);
  }

  private StoredOutput(
      Storage storage,
      URI account,
      String container,
      String folder,
      Predicate<StoredFile> ours,
      Supplier<Optional<Selection<?>>> selection) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.account = Objects.requireNonNull(account, "account");
    this.container = Objects.requireNonNull(container, "container");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.ours = ours;
    this.selection = selection;
  }

  /**
   * The same folder where other runs write to it as well: of the files directly in it, and in its
   * {@value #METADATA}, those that were last changed within a time. The service never cleans a
   * folder, and names its files so that runs do not overwrite each other's.
   *
   * @param from inclusive, to the second, which is as much as storage tells
   * @param until inclusive
   */
  StoredOutput changedBetween(Instant from, Instant until) {
    Instant second = from.equals(Instant.MAX) ? from : from.truncatedTo(ChronoUnit.SECONDS);
    return new StoredOutput(
        storage,
        account,
        container,
        folder,
        file ->
            isDirect(file)
                && !file.lastModified().isBefore(second)
                && !file.lastModified().isAfter(until),
        selection);
  }

  /** The same folder, with what was copied into it. */
  StoredOutput of(Supplier<Optional<Selection<?>>> copied) {
    return new StoredOutput(storage, account, container, folder, ours, copied);
  }

  private boolean isDirect(StoredFile file) {
    String name = file.path().substring(folder.length());
    String direct = name.startsWith(METADATA) ? name.substring(METADATA.length()) : name;
    return direct.indexOf('/') < 0;
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public Optional<Selection<?>> selection() {
    return selection.get();
  }

  @Override
  public List<StoredFile> files() {
    return storage.list(account, container, folder).stream()
        .filter(file -> !file.path().startsWith(folder + METADATA))
        .filter(ours)
        .toList();
  }

  @Override
  public List<StoredFile> metadataFiles() {
    return storage.list(account, container, folder + METADATA).stream().filter(ours).toList();
  }

  @Override
  public InputStream open(StoredFile file) {
    return storage.open(account, container, file);
  }

  @Override
  public String toString() {
    return account + (account.getPath().endsWith("/") ? "" : "/") + container + "/" + folder;
  }
}
