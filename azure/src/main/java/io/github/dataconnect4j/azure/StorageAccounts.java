package io.github.dataconnect4j.azure;

import com.azure.resourcemanager.storage.StorageManager;
import com.azure.resourcemanager.storage.fluent.BlobContainersClient;
import com.azure.resourcemanager.storage.fluent.StorageManagementClient;
import com.azure.resourcemanager.storage.fluent.models.BlobContainerInner;
import com.azure.resourcemanager.storage.fluent.models.StorageAccountInner;
import com.azure.resourcemanager.storage.models.Endpoints;
import com.azure.resourcemanager.storage.models.Kind;
import com.azure.resourcemanager.storage.models.MinimumTlsVersion;
import com.azure.resourcemanager.storage.models.PublicAccess;
import com.azure.resourcemanager.storage.models.Sku;
import com.azure.resourcemanager.storage.models.SkuName;
import com.azure.resourcemanager.storage.models.StorageAccountCreateParameters;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Storage accounts and their containers, through Azure Resource Manager alone: whoever may make an
 * account may make its containers, and needs no role on its data for it.
 */
final class StorageAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(StorageAccounts.class);

  private final AzureAccount account;
  private final Once<StorageManagementClient> client;

  StorageAccounts(AzureAccount account) {
    this.account = account;
    this.client =
        new Once<>(
            () ->
                StorageManager.authenticate(account.armPipeline(), account.profile())
                    .serviceClient());
  }

  Optional<StorageAccount> find(String resourceGroup, String name) {
    try {
      StorageAccountInner found =
          client.get().getStorageAccounts().getByResourceGroup(resourceGroup, name);
      return Optional.of(read(resourceGroup, name, found));
    } catch (RuntimeException e) {
      if (AzureErrors.isNotFound(e)) {
        return Optional.empty();
      }
      throw AzureErrors.translate("look for the storage account " + name, e);
    }
  }

  StorageAccount create(
      String resourceGroup,
      String name,
      Region region,
      StorageKind kind,
      Map<String, String> tags) {
    StorageAccountCreateParameters parameters =
        new StorageAccountCreateParameters()
            .withSku(new Sku().withName(SkuName.STANDARD_LRS))
            .withKind(Kind.STORAGE_V2)
            .withLocation(region.name())
            .withTags(tags)
            .withEnableHttpsTrafficOnly(true)
            .withMinimumTlsVersion(MinimumTlsVersion.TLS1_2)
            .withAllowBlobPublicAccess(false)
            .withAllowSharedKeyAccess(false);
    if (kind == StorageKind.DATA_LAKE) {
      // Only then: an account that was made without it refuses to be told so again.
      // https://github.com/Azure/azure-rest-api-specs/issues/18441
      parameters.withIsHnsEnabled(true);
    }
    StorageAccountInner made =
        ArmOperation.await(
            account.waiting(),
            "create the storage account " + name + " in " + region,
            () -> client.get().getStorageAccounts().beginCreate(resourceGroup, name, parameters));
    LOG.info("storage account created name={} region={} kind=\"{}\"", name, region, kind);
    return read(resourceGroup, name, made);
  }

  BlobContainersClient containers() {
    return client.get().getBlobContainers();
  }

  boolean containerExists(StorageAccount storage, String container) {
    try {
      client.get().getBlobContainers().get(storage.resourceGroup(), storage.name(), container);
      return true;
    } catch (RuntimeException e) {
      if (AzureErrors.isNotFound(e)) {
        return false;
      }
      throw AzureErrors.translate(
          "look for the container " + container + " of the storage account " + storage.name(), e);
    }
  }

  void createContainer(StorageAccount storage, String container) {
    try {
      client
          .get()
          .getBlobContainers()
          .create(
              storage.resourceGroup(),
              storage.name(),
              container,
              new BlobContainerInner().withPublicAccess(PublicAccess.NONE));
    } catch (RuntimeException e) {
      throw AzureErrors.translate(
          "create the container " + container + " in the storage account " + storage.name(), e);
    }
    LOG.info("container created account={} container={}", storage.name(), container);
  }

  private StorageAccount read(String resourceGroup, String name, StorageAccountInner inner) {
    Optional<Endpoints> told = Optional.ofNullable(inner.primaryEndpoints());
    URI blob =
        told.map(Endpoints::blob).map(URI::create).orElseGet(() -> account.cloud().blob(name));
    URI dataLake =
        told.map(Endpoints::dfs).map(URI::create).orElseGet(() -> account.cloud().dataLake(name));
    StorageKind kind =
        Boolean.TRUE.equals(inner.isHnsEnabled()) ? StorageKind.DATA_LAKE : StorageKind.BLOB;
    String id =
        Objects.requireNonNullElseGet(
            inner.id(),
            () ->
                "/subscriptions/"
                    + account.subscriptionId()
                    + "/resourceGroups/"
                    + resourceGroup
                    + "/providers/Microsoft.Storage/storageAccounts/"
                    + name);
    return new StorageAccount(
        id, resourceGroup, name, new Region(inner.location()), kind, blob, dataLake);
  }
}
