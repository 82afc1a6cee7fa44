package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Storage.StoredFile;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;

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

  /**
   * @param storage reads the account
   * @param account the account's blob endpoint
   * @param container the container
   * @param folder the run's own folder, with a closing slash
   */
  public RunOutput(Storage storage, URI account, String container, String folder) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.account = Objects.requireNonNull(account, "account");
    this.container = Objects.requireNonNull(container, "container");
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  /** The run's own folder within the container, with a closing slash. */
  public String folder() {
    return folder;
  }

  /** The files with rows, in the order of their names. */
  public List<StoredFile> files() {
    return storage.list(account, container, folder).stream()
        .filter(file -> !file.path().startsWith(folder + METADATA))
        .toList();
  }

  /** The files that describe the run. */
  public List<StoredFile> metadataFiles() {
    return storage.list(account, container, folder + METADATA);
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
