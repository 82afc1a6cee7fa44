package io.github.dataconnect4j.emulator.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a web page's form has in its fields, in which names may come several times and keep their
 * case. Immutable.
 */
public final class FormFields {

  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, List<String>> values;

  private FormFields(Map<String, List<String>> values) {
    this.values = values;
  }

  /** A form that nobody sent. */
  public static FormFields none() {
    return new FormFields(Map.of());
  }

  /** Whether a body calls itself a form; what a page of elsewhere sends as text does not. */
  public static boolean isForm(Request request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).strip();
    return type.equals(TYPE) || type.startsWith(TYPE + ";");
  }

  /**
   * The fields of a request.
   *
   * @throws IOException if the body is no form, or breaks off
   */
  public static FormFields of(Request request) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String text = new String(request.body(), StandardCharsets.UTF_8);
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decode(pair.substring(equals + 1)));
      }
    }
    return new FormFields(values);
  }

  /** The first value of a field, without blanks around it; empty where there is none. */
  public String first(String name) {
    return all(name).stream().findFirst().orElse("").strip();
  }

  /** The values of a field, in the order in which they stand on the page. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  private static String decode(String text) throws IOException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("The body is no form: a percent sign starts no escape.", e);
    }
  }
}
