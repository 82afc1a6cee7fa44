package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resource group that a deployment goes to.
 *
 * @param subscription its subscription's id, a guid
 * @param tenant the tenant of that
 * @param group the group, as a GET shows it
 * @param deployment the deployment's name
 */
record Target(String subscription, String tenant, ObjectNode group, String deployment) {

  private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments/";

  String groupId() {
    return group.path("id").asText();
  }

  String id() {
    return groupId() + DEPLOYMENTS + deployment;
  }

  ObjectNode subscriptionJson() {
    return Json.object()
        .put("id", "/subscriptions/" + subscription)
        .put("subscriptionId", subscription)
        .put("tenantId", tenant)
        .put("displayName", subscription);
  }

  ObjectNode deploymentJson() {
    return Json.object().put("name", deployment);
  }

  /**
   * What the function {@code resourceId} gives: subscription and group may stand before the type.
   *
   * @throws ServiceError if there are not as many names as the type has parts: 400
   */
  String resourceId(List<JsonNode> arguments) {
    List<String> texts = arguments.stream().map(TemplateFunctions::text).toList();
    int type = 0;
    while (type < texts.size() && !texts.get(type).contains("/")) {
      type++;
    }
    if (type == texts.size() || type > 2) {
      throw InvalidTemplate.expression("resourceId", "no argument is a resource type");
    }
    String scope =
        switch (type) {
          case 0 -> groupId();
          case 1 -> "/subscriptions/" + subscription + "/resourceGroups/" + texts.get(0);
          default -> "/subscriptions/" + texts.get(0) + "/resourceGroups/" + texts.get(1);
        };
    return resourceId(scope, texts.get(type), texts.subList(type + 1, texts.size()));
  }

  /**
   * An id beneath a scope.
   *
   * @param type such as {@code Microsoft.Storage/storageAccounts}, with or without a closing slash
   * @param names one for each part of the type after the provider
   */
  static String resourceId(String scope, String type, List<String> names) {
    List<String> parts =
        new ArrayList<>(Stream.of(type.split("/", -1)).filter(part -> !part.isEmpty()).toList());
    if (parts.size() != names.size() + 1) {
      throw InvalidTemplate.because(
          "The template resource '"
              + String.join("/", names)
              + "' of type '"
              + type
              + "' has incorrect segment lengths. A nested resource type must have identical number"
              + " of segments as its resource name");
    }
    StringBuilder id = new StringBuilder(scope).append("/providers/").append(parts.get(0));
    for (int i = 0; i < names.size(); i++) {
      id.append('/').append(parts.get(i + 1)).append('/').append(names.get(i));
    }
    return id.toString();
  }
}
