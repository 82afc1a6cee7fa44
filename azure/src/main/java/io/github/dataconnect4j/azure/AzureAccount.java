package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Waiting;

/** Stands in for the account that the azure module brings. */
public abstract class AzureAccount implements CloudAccount {

  /** For the placeholder only. */
  protected AzureAccount() {}

  /** One HTTP stack for Azure Resource Manager. */
  public abstract HttpPipeline armPipeline();

  /** Tenant, subscription and endpoints. */
  public abstract AzureProfile profile();

  /** The one loop that waits. */
  public abstract Waiting waiting();
}
