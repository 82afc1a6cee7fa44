package io.github.dataconnect4j.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.DirectoryProvider;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;

/**
 * Microsoft Entra, for {@link AzureAccount#directory(DirectoryProvider)}.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Entra {

  private Entra() {}

  /**
   * The directory and the audit log of the account's tenant, through Microsoft Graph.
   *
   * @throws IllegalStateException if this is on the module path, where Microsoft Graph's client
   *     does not work
   */
  public static DirectoryProvider directory() {
    if (Entra.class.getModule().isNamed()) {
      throw new IllegalStateException(
          "dataconnect4j-entra does not work on the module path: the libraries below microsoft-graph"
              + " all claim one module name, com.microsoft.kiota. Put the whole program on the class"
              + " path, or give .directory(...) a DirectoryProvider of your own.");
    }
    return new OverGraph();
  }

  private static final class OverGraph implements DirectoryProvider {

    @Override
    public Directory directory(AzureAccount account) {
      GraphServiceClient graph = GraphAccess.open(account);
      return new GraphDirectory(
          new GraphPeople(graph), new GraphApplications(graph, account.cloud(), account.waiting()));
    }

    @Override
    public ConsentLog consentLog(AzureAccount account) {
      return new GraphConsentLog(
          GraphAccess.open(account), account.cloud().time(), account.waiting());
    }
  }
}
