package io.github.dataconnect4j.consent;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What one person needs who must press the buttons: where, and the exact value of each field.
 *
 * <p>Immutable.
 *
 * @param title what is to be done
 * @param who the role that it takes
 * @param link where it is done
 * @param values the fields and their exact values, in the order of the page
 * @param steps what to press, in order
 * @since 0.1.0
 */
public record HandOver(
    String title,
    String who,
    URI link,
    List<Map.Entry<String, String>> values,
    List<String> steps) {

  public HandOver {
    values = List.copyOf(values);
    steps = List.copyOf(steps);
  }

  /** All of it as plain text, ready for a mail. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, title);
    line(text, "  Who:   " + who);
    line(text, "  Where: " + link);
    int width = values.stream().mapToInt(value -> value.getKey().length()).max().orElse(0);
    values.forEach(
        value ->
            line(
                text,
                "  "
                    + value.getKey()
                    + " ".repeat(width - value.getKey().length())
                    + "  "
                    + value.getValue()));
    for (int i = 0; i < steps.size(); i++) {
      line(text, "  " + (i + 1) + ". " + steps.get(i));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append(System.lineSeparator());
  }

  @Override
  public String toString() {
    return text();
  }
}
