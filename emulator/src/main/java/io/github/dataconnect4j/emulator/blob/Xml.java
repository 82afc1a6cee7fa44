package io.github.dataconnect4j.emulator.blob;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes XML the way the service does: no white space, attributes only where its pages show them.
 */
final class Xml {

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");

  /** Opens an element with attributes, each a name and a value. */
  @SafeVarargs
  final Xml open(String element, Map.Entry<String, String>... attributes) {
    text.append('<').append(element);
    for (Map.Entry<String, String> attribute : attributes) {
      text.append(' ').append(attribute.getKey()).append("=\"");
      escape(attribute.getValue());
      text.append('"');
    }
    text.append('>');
    return this;
  }

  Xml close(String element) {
    text.append("</").append(element).append('>');
    return this;
  }

  Xml element(String element, String value) {
    open(element);
    escape(value);
    return close(element);
  }

  /**
   * The name of a blob. One that XML cannot hold is percent-encoded and marked, as the service does
   * since version 2021-02-12.
   */
  Xml name(String name) {
    if (name.codePoints().allMatch(Xml::isCharacter)) {
      return element("Name", name);
    }
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return open("Name", Map.entry("Encoded", "true")).raw(encoded).close("Name");
  }

  String text() {
    return text.toString();
  }

  private Xml raw(String value) {
    text.append(value);
    return this;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\t', '\n', '\r' -> text.append("&#").append((int) c).append(';');
        default -> text.append(c);
      }
    }
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
