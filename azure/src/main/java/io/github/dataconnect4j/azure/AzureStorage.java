package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.spi.Storage;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage, put together from its management, its roles and its files. Thread-safe. */
final class AzureStorage implements Storage {

  private final StorageAccounts accounts;
  private final ContainerLeases leases;
  private final RoleGrants roles;
  private final BlobFiles files;

  private AzureStorage(
      StorageAccounts accounts, ContainerLeases leases, RoleGrants roles, BlobFiles files) {
    this.accounts = accounts;
    this.leases = leases;
    this.roles = roles;
    this.files = files;
  }

  static Storage of(AzureAccount account) {
    StorageAccounts accounts = new StorageAccounts(account);
    return new AzureStorage(
        accounts,
        new ContainerLeases(accounts::containers),
        new RoleGrants(account),
        new BlobFiles(account.cloud(), account::blobPipeline));
  }

  @Override
  public Optional<StorageAccount> findAccount(String resourceGroup, String name) {
    return accounts.find(resourceGroup, name);
  }

  @Override
  public StorageAccount createAccount(
      String resourceGroup,
      String name,
      Region region,
      StorageKind kind,
      Map<String, String> tags) {
    return accounts.create(resourceGroup, name, region, kind, tags);
  }

  @Override
  public boolean containerExists(StorageAccount account, String container) {
    return accounts.containerExists(account, container);
  }

  @Override
  public void createContainer(StorageAccount account, String container) {
    accounts.createContainer(account, container);
  }

  @Override
  public Optional<String> takeLease(
      StorageAccount account, String container, String leaseId, String holder) {
    return leases.take(account, container, leaseId, holder);
  }

  @Override
  public void releaseLease(StorageAccount account, String container, String leaseId) {
    leases.release(account, container, leaseId);
  }

  @Override
  public boolean isGranted(StorageAccount account, DataRole role, String principalId) {
    return roles.isGranted(account, role, principalId);
  }

  @Override
  public void grant(
      StorageAccount account, DataRole role, String principalId, Caller.Kind principalKind) {
    roles.grant(account, role, principalId, principalKind);
  }

  @Override
  public List<StoredFile> list(URI accountEndpoint, String container, String folder) {
    return files.list(accountEndpoint, container, folder);
  }

  @Override
  public InputStream open(URI accountEndpoint, String container, StoredFile file) {
    return files.open(accountEndpoint, container, file);
  }
}
