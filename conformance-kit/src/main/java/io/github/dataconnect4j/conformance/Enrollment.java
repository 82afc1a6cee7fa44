package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.util.List;

/**
 * An application with its owner, ready to be registered.
 *
 * @param account where it is
 * @param storage where its data goes
 * @param applicationId the client id
 * @param ownerId the object id of its owner
 */
record Enrollment(
    CloudAccount account, StorageAccount storage, String applicationId, String ownerId) {

  static Enrollment of(CloudAccount account, StorageAccount storage, String name, String owner) {
    Directory directory = account.directory();
    Application application = directory.createApplication(name, "kit:" + name);
    directory.createServicePrincipal(application.applicationId());
    String ownerId = directory.findPerson(owner).orElseThrow().objectId();
    directory.addOwner(application, ownerId);
    return new Enrollment(account, storage, application.applicationId(), ownerId);
  }

  Entry entry(String first, String... more) {
    return new Entry(
        account.caller().tenantId(),
        applicationId,
        ownerId,
        "Conformance: Größe, 日本語, 😀",
        account.subscriptionId(),
        storage.resourceGroup(),
        storage.blobEndpoint(),
        List.of(new AuthorizedDataset(Scene.MESSAGES.columns(first, more), Scope.everyone())));
  }
}
