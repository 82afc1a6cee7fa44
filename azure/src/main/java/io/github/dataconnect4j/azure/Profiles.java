package io.github.dataconnect4j.azure;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import io.github.dataconnect4j.cloud.Cloud;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A {@link Cloud} in the words of the management clients. */
final class Profiles {

  private Profiles() {}

  static AzureProfile of(Cloud cloud, String subscriptionId) {
    Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
    endpoints.put("resourceManagerEndpointUrl", slashed(cloud.resourceManager()));
    endpoints.put("activeDirectoryEndpointUrl", slashed(cloud.authority()));
    endpoints.put("managementEndpointUrl", cloud.resourceManagerAudience() + "/");
    endpoints.put("microsoftGraphResourceId", slashed(cloud.graph().resolve("/")));
    // The clients want a tenant only for calls to Microsoft Graph, which go another way here.
    return new AzureProfile(null, subscriptionId, new AzureEnvironment(endpoints));
  }

  private static String slashed(URI endpoint) {
    String text = endpoint.toString();
    return text.endsWith("/") ? text : text + "/";
  }
}
