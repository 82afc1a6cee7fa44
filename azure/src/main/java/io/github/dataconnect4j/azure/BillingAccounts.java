package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.azure.resourcemanager.resources.fluent.ResourceManagementClient;
import com.azure.resourcemanager.resources.fluent.models.GenericResourceInner;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.RejectedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code Microsoft.GraphServices/accounts} resources, which Microsoft bills an app's use to.
 * They have no client of their own that could be had: written as generic resources, listed by a
 * request of ours, because a generic list leaves the properties out.
 *
 * <p>Source: {@code learn.microsoft.com/rest/api/graphservices} (2023-04-13).
 */
final class BillingAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(BillingAccounts.class);
  private static final String API_VERSION = "2023-04-13";

  private final AzureAccount account;
  private final Supplier<ResourceManagementClient> client;

  BillingAccounts(AzureAccount account, Supplier<ResourceManagementClient> client) {
    this.account = account;
    this.client = client;
  }

  Optional<String> find(String resourceGroup, String applicationId) {
    String attempt = "list the billing accounts of the resource group " + resourceGroup;
    String endpoint = account.cloud().resourceManager().toString().replaceAll("/+$", "");
    String page = endpoint + "/" + path(resourceGroup) + "?api-version=" + API_VERSION;
    try {
      while (!page.isEmpty()) {
        Map<String, Object> answer = get(attempt, page);
        for (Object item : items(answer)) {
          if (item instanceof Map<?, ?> resource
              && resource.get("properties") instanceof Map<?, ?> properties
              && properties.get("appId") instanceof String appId
              && appId.equalsIgnoreCase(applicationId)
              && resource.get("name") instanceof String name) {
            return Optional.of(name);
          }
        }
        page = answer.get("nextLink") instanceof String next ? next : "";
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw AzureErrors.translate(attempt, e);
    }
  }

  void create(String resourceGroup, String name, String applicationId, Map<String, String> tags) {
    GenericResourceInner resource =
        new GenericResourceInner().withProperties(Map.of("appId", applicationId));
    resource.withLocation("global").withTags(tags);
    String attempt = "create the billing account " + name + " of application " + applicationId;
    try {
      ArmOperation.await(
          account.waiting(),
          attempt,
          () ->
              client
                  .get()
                  .getResources()
                  .beginCreateOrUpdateById(
                      path(resourceGroup) + "/" + name, API_VERSION, resource));
      LOG.info("billing account created name={} applicationId={}", name, applicationId);
    } catch (ConflictException | RejectedException e) {
      if (!isAlreadyBilled(e)) {
        throw e;
      }
      LOG.info("application is billed already applicationId={}", applicationId);
    }
  }

  // An app takes one such resource, wherever it is: "already premium usage", as the portal says.
  private static boolean isAlreadyBilled(DataConnectException refusal) {
    String words = refusal.problem().reason().toLowerCase(Locale.ROOT);
    return words.contains("premium usage");
  }

  private Map<String, Object> get(String attempt, String url) {
    HttpRequest request =
        new HttpRequest(HttpMethod.GET, url).setHeader(HttpHeaderName.ACCEPT, "application/json");
    try (HttpResponse response = account.armPipeline().sendSync(request, Context.NONE)) {
      String body = response.getBodyAsBinaryData().toString();
      if (response.getStatusCode() == 200) {
        return JsonText.readObject(body);
      }
      throw FaultTable.translate(attempt, FaultReader.read(response, body), null);
    }
  }

  private static List<?> items(Map<String, Object> answer) {
    return answer.get("value") instanceof List<?> items ? items : List.of();
  }

  private String path(String resourceGroup) {
    return "subscriptions/"
        + account.subscriptionId()
        + "/resourceGroups/"
        + resourceGroup
        + "/providers/Microsoft.GraphServices/accounts";
  }
}
