package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Properties with their secrets taken out.
 *
 * @param properties what may be shown
 * @param secrets what may not, by JSON pointer
 */
record Sealed(ObjectNode properties, Map<String, Secret> secrets) {

  static final String MASK = "**********";

  // A service principal's key may come as plain text; it is a secret all the same.
  private static final Set<String> SECRET_NAMES =
      Set.of(
          "servicePrincipalKey",
          "servicePrincipalCredential",
          "servicePrincipalEmbeddedCert",
          "servicePrincipalEmbeddedCertPassword",
          "connectionString",
          "accountKey",
          "sasUri",
          "sasToken",
          "password");

  /** Takes the secrets of a linked service out altogether. */
  static Sealed removing(ObjectNode properties) {
    return seal(properties, SecretForm.REMOVED);
  }

  /** Replaces secrets by a mask, as in pipelines, where something must stay in their place. */
  static Sealed masking(ObjectNode properties) {
    return seal(properties, SecretForm.MASKED);
  }

  private static Sealed seal(ObjectNode properties, SecretForm form) {
    ObjectNode shown = properties.deepCopy();
    Map<String, Secret> secrets = new LinkedHashMap<>();
    seal(shown, "", form, secrets);
    if (!secrets.isEmpty()) {
      ServiceBehavior.DATA_FACTORY_SECRETS.observe();
    }
    return new Sealed(shown, secrets);
  }

  private static void seal(
      JsonNode node, String pointer, SecretForm form, Map<String, Secret> secrets) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        seal(array.get(i), pointer + "/" + i, form, secrets);
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        String here = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
        String secret = secretIn(field.getKey(), field.getValue());
        if (secret.isBlank()) {
          seal(field.getValue(), here, form, secrets);
        } else {
          secrets.put(here, Secret.of(secret));
          form.apply(object, field.getKey());
        }
      }
    }
  }

  private static String secretIn(String name, JsonNode value) {
    if (value.path("type").asText().equalsIgnoreCase("SecureString")) {
      return value.path("value").asText();
    }
    return SECRET_NAMES.contains(name) && value.isTextual() ? value.asText() : "";
  }

  private enum SecretForm {
    REMOVED {
      @Override
      void apply(ObjectNode object, String field) {
        object.remove(field);
      }
    },
    MASKED {
      @Override
      void apply(ObjectNode object, String field) {
        object.putObject(field).put("type", "SecureString").put("value", MASK);
      }
    };

    abstract void apply(ObjectNode object, String field);
  }
}
