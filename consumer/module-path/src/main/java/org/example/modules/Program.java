package org.example.modules;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.synapse.Synapse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What is possible on the module path, without Microsoft Entra: signs in, makes hosts, reads rows.
 */
public final class Program {

  private static final String GROUP = "m365-rg";
  private static final String CONTAINER = "m365";

  private Program() {}

  /** Takes a folder of extract files. */
  public static void main(String[] folder) {
    try (DataConnectEmulator emulator = DataConnectEmulator.builder().start();
        AzureAccount account = signIn(emulator)) {
      StorageAccount storage = storage(account, emulator);
      host(DataFactory.named("m365-factory"), account, storage);
      host(Synapse.named("m365-workspace"), account, storage);
    }
    try (Rows<MessageV1> rows = Extracts.in(Path.of(folder[0])).rows(MESSAGE_V1)) {
      rows.forEach(row -> System.out.println("row " + row.subject().orElseThrow()));
    }
  }

  private static AzureAccount signIn(DataConnectEmulator emulator) {
    return AzureAccount.at(emulator.cloud())
        .credential(
            AzureCredentials.clientSecret(
                emulator.cloud(),
                emulator.tenantId(),
                emulator.clientId(),
                emulator.clientSecret()))
        .subscription(emulator.subscriptionId());
  }

  private static StorageAccount storage(AzureAccount account, DataConnectEmulator emulator) {
    account
        .subscription()
        .registerProviders(
            Set.of("Microsoft.Storage", "Microsoft.DataFactory", "Microsoft.Synapse"));
    account.subscription().createResourceGroup(GROUP, emulator.region(), Map.of());
    StorageAccount storage =
        account
            .storage()
            .createAccount(GROUP, "m365store", emulator.region(), StorageKind.DATA_LAKE, Map.of());
    account.storage().createContainer(storage, CONTAINER);
    var caller = account.caller();
    account
        .storage()
        .grant(storage, DataRole.BLOB_DATA_CONTRIBUTOR, caller.objectId(), caller.kind());
    int files = account.storage().list(storage.blobEndpoint(), CONTAINER, "any").size();
    System.out.println("storage " + storage.name() + " with " + files + " files");
    return storage;
  }

  private static void host(PipelineHost host, AzureAccount account, StorageAccount storage) {
    var pipelines = host.connect(account, GROUP);
    pipelines.createHost(new HostSpec(storage.region(), Map.of(), storage, CONTAINER));
    System.out.println(host.kind() + " " + host.name() + ": " + pipelines.hostExists());
  }
}
