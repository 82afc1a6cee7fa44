package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.conformance.MemoryCloud.MemoryFile;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.spi.Storage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The storage of a {@link MemoryAccount}. */
record MemoryStorage(MemoryAccount account) implements Storage {

  static final int FILES_PER_PAGE = 5;

  @Override
  public Optional<StorageAccount> findAccount(String resourceGroup, String name) {
    Optional<StorageAccount> found = Optional.ofNullable(account.far.accounts.get(name));
    return account.has(Defect.INVENTS_STORAGE_ACCOUNTS)
        ? found.or(
            () -> Optional.of(made(resourceGroup, name, Region.WEST_EUROPE, StorageKind.BLOB)))
        : found;
  }

  @Override
  public StorageAccount createAccount(
      String resourceGroup,
      String name,
      Region region,
      StorageKind kind,
      Map<String, String> tags) {
    account.far.writes++;
    StorageKind used = account.has(Defect.MAKES_NO_DATA_LAKE) ? StorageKind.BLOB : kind;
    StorageAccount made = made(resourceGroup, name, region, used);
    account.far.accounts.put(name, made);
    return made;
  }

  private static StorageAccount made(
      String resourceGroup, String name, Region region, StorageKind kind) {
    return new StorageAccount(
        "/" + name,
        resourceGroup,
        name,
        region,
        kind,
        URI.create("https://" + name + ".blob.core.windows.net/"),
        URI.create("https://" + name + ".dfs.core.windows.net/"));
  }

  @Override
  public boolean containerExists(StorageAccount storage, String container) {
    return account.stands("container " + storage.name() + "/" + container);
  }

  @Override
  public void createContainer(StorageAccount storage, String container) {
    if (containerExists(storage, container) && account.has(Defect.COMPLAINS_OF_A_CONTAINER)) {
      throw new ConflictException(
          Problem.of("make container " + container, "it exists.", "Leave it."), null);
    }
    account.far.make("container " + storage.name() + "/" + container);
  }

  @Override
  public Optional<String> takeLease(
      StorageAccount storage, String container, String leaseId, String holder) {
    MemoryLease held = account.far.leases.get(storage.name() + "/" + container);
    boolean ends =
        held != null
            && !account.far.time.now().isBefore(held.since().plus(Duration.ofMinutes(1)))
            && !account.has(Defect.KEEPS_LEASES_FOR_EVER);
    if (held != null
        && !ends
        && !held.id().equals(leaseId)
        && !account.has(Defect.GIVES_A_LEASE_TWICE)) {
      return Optional.of(account.has(Defect.TELLS_NO_HOLDER) ? "" : held.holder());
    }
    account.far.leases.put(
        storage.name() + "/" + container, new MemoryLease(leaseId, holder, account.far.time.now()));
    return Optional.empty();
  }

  @Override
  public void releaseLease(StorageAccount storage, String container, String leaseId) {
    MemoryLease held = account.far.leases.get(storage.name() + "/" + container);
    if (held != null
        && (held.id().equals(leaseId) || account.has(Defect.RELEASES_FOR_ANYBODY))
        && !account.has(Defect.NEVER_RELEASES_A_LEASE)) {
      account.far.leases.remove(storage.name() + "/" + container);
    }
  }

  /**
   * A lease on a container.
   *
   * @param id whose
   * @param holder as they say
   * @param since from when
   */
  record MemoryLease(String id, String holder, Instant since) {}

  @Override
  public boolean isGranted(StorageAccount storage, DataRole role, String principalId) {
    return account.has(Defect.TAKES_ONE_ROLE_FOR_ANOTHER)
        ? account.far.standing.stream()
            .anyMatch(what -> what.endsWith(" " + storage.name() + " " + principalId))
        : account.stands(role + " " + storage.name() + " " + principalId);
  }

  @Override
  public void grant(
      StorageAccount storage, DataRole role, String principalId, Caller.Kind principalKind) {
    if (isGranted(storage, role, principalId) && account.has(Defect.COMPLAINS_OF_A_GRANT)) {
      throw new ConflictException(
          Problem.of("grant " + role + " to " + principalId, "it is granted.", "Leave it."), null);
    }
    account.far.make(role + " " + storage.name() + " " + principalId);
  }

  @Override
  public List<StoredFile> list(URI accountEndpoint, String container, String folder) {
    String root = accountEndpoint + container + "/";
    String slash = folder.isEmpty() || folder.endsWith("/") ? "" : "/";
    String prefix =
        root + folder + (account.has(Defect.LISTS_FOLDERS_THAT_BEGIN_ALIKE) ? "" : slash);
    Comparator<StoredFile> order = Comparator.comparing(StoredFile::path);
    return account.far.files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .limit(account.has(Defect.LISTS_ONE_PAGE) ? FILES_PER_PAGE : Long.MAX_VALUE)
        .map(file -> stored(file.getKey().substring(root.length()), file.getValue()))
        .sorted(account.has(Defect.LISTS_THE_LAST_FIRST) ? order.reversed() : order)
        .toList();
  }

  private StoredFile stored(String path, MemoryFile file) {
    return new StoredFile(
        account.has(Defect.SPELLS_PATHS_IN_ASCII) ? path.replaceAll("[^\\x00-\\x7f]", "?") : path,
        file.content.length,
        file.etag,
        file.lastModified);
  }

  @Override
  public InputStream open(URI accountEndpoint, String container, StoredFile file) {
    MemoryFile found = account.far.files.get(accountEndpoint + container + "/" + file.path());
    if (found == null) {
      throw gone(Problem.of("read " + file.path(), "it is not there.", "List again."));
    }
    if (!found.etag.equals(file.etag()) && !account.has(Defect.READS_A_FILE_THAT_CHANGED)) {
      throw new UnreadableDataException(
          Problem.of("read " + file.path(), "it changed.", "List again."), null);
    }
    if (file.size() == 0 && account.has(Defect.OPENS_NO_EMPTY_FILE)) {
      throw new ServiceUnavailableException(
          Problem.of("read " + file.path(), "nothing came.", "Try again."), null);
    }
    int most = account.has(Defect.CUTS_LARGE_FILES) ? 1 << 20 : Integer.MAX_VALUE;
    return new ByteArrayInputStream(found.content, 0, Math.min(found.content.length, most));
  }

  private DataConnectException gone(Problem problem) {
    return account.has(Defect.CALLS_A_MISSING_FILE_AN_OUTAGE)
        ? new ServiceUnavailableException(problem, null)
        : new NotFoundException(problem, null);
  }
}
