package io.github.dataconnect4j.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.StubHost;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** A data factory; paths begin after its name, without a slash. */
final class StubFactory extends StubHost {

  HostPipelines pipelines() {
    return DataFactory.named("factory").pipelines(pipeline(), profile(), waiting(), time, "rg");
  }

  @Override
  protected String path(URL url) {
    String path = url.getPath();
    String factory = "/factories/factory";
    String rest = path.substring(path.indexOf(factory) + factory.length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  /** A copy without the nulls that the models write for what is not set. */
  static JsonNode withoutNulls(JsonNode node) {
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.get(name).isNull()) {
          object.remove(name);
        } else {
          object.set(name, withoutNulls(object.get(name)));
        }
      }
    } else if (copy.isArray()) {
      for (int i = 0; i < copy.size(); i++) {
        ((ArrayNode) copy).set(i, withoutNulls(copy.get(i)));
      }
    }
    return copy;
  }
}
