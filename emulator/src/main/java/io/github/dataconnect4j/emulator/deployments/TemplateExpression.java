package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A part of an expression of the template language. Immutable. */
@FunctionalInterface
interface TemplateExpression {

  JsonNode evaluate(Functions functions);

  /**
   * What functions give. They get their arguments unevaluated, because {@code if} may look at one
   * branch only: the other often refers to what is not there.
   */
  @FunctionalInterface
  interface Functions {
    JsonNode call(String name, List<TemplateExpression> arguments);
  }
}
