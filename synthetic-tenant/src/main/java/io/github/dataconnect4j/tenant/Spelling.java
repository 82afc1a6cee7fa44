package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.dataset.Dataset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a dataset spells keys and enumerations: the way of Graph, or that of the older Outlook API.
 */
enum Spelling {
  GRAPH("microsoft.graph."),
  OUTLOOK("Microsoft.OutlookServices.");

  private final String namespace;

  @SuppressWarnings("ImmutableEnumChecker") // a cache of what follows from the constant
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private final Map<String, TextNode> literals = new ConcurrentHashMap<>();

  Spelling(String namespace) {
    this.namespace = namespace;
  }

  static Spelling of(Dataset<?> dataset) {
    return dataset.hasColumn("Id") ? OUTLOOK : GRAPH;
  }

  /** A key, given as Graph spells it. */
  String key(String name) {
    return this == GRAPH ? name : keys.computeIfAbsent(name, Spelling::capital);
  }

  /** The name of a kind of thing, as {@code ODataType} has it. */
  TextNode type(String name) {
    return literals.computeIfAbsent(
        name, any -> new TextNode('#' + namespace + (this == GRAPH ? name : capital(name))));
  }

  /** A value of an enumeration, both given as Graph spells them. */
  TextNode literal(String type, String value) {
    return literals.computeIfAbsent(
        type + value,
        any ->
            new TextNode(
                this == GRAPH
                    ? namespace + type + '\'' + value + '\''
                    : namespace
                        + capital(type)
                        + '\''
                        + (value.equals("html") ? "HTML" : capital(value))
                        + '\''));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
