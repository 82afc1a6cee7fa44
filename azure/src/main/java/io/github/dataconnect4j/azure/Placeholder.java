package io.github.dataconnect4j.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.storage.StorageManager;
import com.azure.storage.blob.BlobServiceClientBuilder;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves the requires lines. */
public final class Placeholder {
  private static final Logger LOG = LoggerFactory.getLogger(Placeholder.class);

  private Placeholder() {}

  /**
   * Touches each library.
   *
   * @return a pipeline
   */
  public static HttpPipeline touch() {
    HttpClient http = new OkHttpAsyncHttpClientBuilder(new OkHttpClient()).build();
    HttpPipeline pipeline = new HttpPipelineBuilder().httpClient(http).build();
    TokenCredential credential =
        new ClientSecretCredentialBuilder()
            .tenantId("t")
            .clientId("c")
            .clientSecret("s")
            .httpClient(http)
            .build();
    AzureProfile profile = new AzureProfile("t", "s", AzureEnvironment.AZURE);
    StorageManager storage = StorageManager.authenticate(pipeline, profile);
    AuthorizationManager authorization = AuthorizationManager.authenticate(pipeline, profile);
    ResourceManager resources =
        ResourceManager.authenticate(pipeline, profile).withSubscription("s");
    BlobServiceClientBuilder blobs =
        new BlobServiceClientBuilder().endpoint("https://x.blob.core.windows.net");
    LOG.info(
        "{} {} {} {} {}",
        storage.storageAccounts(),
        authorization.roleAssignments(),
        resources.resourceGroups(),
        blobs.pipeline(pipeline).buildClient().getAccountUrl(),
        credential.getClass());
    return pipeline;
  }
}
