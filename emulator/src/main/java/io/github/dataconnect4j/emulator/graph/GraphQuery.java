package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request's options want of a collection or an object: {@code $filter}, {@code $select},
 * {@code $top}, {@code $skiptoken} and {@code $count}. Others are refused, not overlooked.
 */
final class GraphQuery {

  private static final int MOST_PER_PAGE = 999;
  private static final int PER_PAGE = 100;
  private static final String SKIP_TOKEN = "$skiptoken";
  private static final Set<String> KNOWN =
      Set.of("$filter", "$select", "$top", "$count", "$expand", SKIP_TOKEN);

  private final Request request;
  private final Optional<ODataFilter> filter;
  private final List<String> selected;
  private final int perPage;
  private final int skipped;

  /**
   * @param byDefault the properties that are told when none are selected; empty for all
   */
  GraphQuery(Request request, List<String> byDefault) {
    this.request = request;
    for (String option : request.query().keySet()) {
      if (option.startsWith("$") && !KNOWN.contains(option)) {
        throw GraphRefusedException.unsupportedQuery(
            "The emulator does not support the query option '" + option + "'.");
      }
    }
    filter = request.query("$filter").map(GraphQuery::parse);
    selected =
        request
            .query("$select")
            .map(names -> Arrays.stream(names.split(",")).map(String::strip).toList())
            .orElse(byDefault);
    perPage = number("$top", 1, MOST_PER_PAGE, PER_PAGE);
    skipped = number(SKIP_TOKEN, 0, Integer.MAX_VALUE, 0);
  }

  /** Answers with those of some objects that are asked for, page by page. */
  Response list(String context, Iterator<ObjectNode> objects) {
    boolean counting = isCountWanted();
    ObjectNode body = Json.object().put("@odata.context", context(context));
    int matched = 0;
    boolean more = false;
    body.putArray("value");
    while (objects.hasNext() && (counting || !more)) {
      ObjectNode object = objects.next();
      filter.ifPresent(wanted -> requireProperties(wanted, object));
      if (filter.isEmpty() || filter.get().matches(object)) {
        more = matched >= skipped + perPage;
        if (matched >= skipped && !more) {
          body.withArray("value").add(select(object));
        }
        matched++;
      }
    }
    if (counting) {
      body.put("@odata.count", matched);
    }
    if (more) {
      body.put("@odata.nextLink", nextLink());
    }
    return Response.json(200, body);
  }

  /** Answers with one object. */
  Response one(int status, String context, ObjectNode object) {
    ObjectNode body = Json.object().put("@odata.context", context(context + "/$entity"));
    body.setAll(select(object));
    return Response.json(status, body);
  }

  private static ODataFilter parse(String text) {
    try {
      return ODataFilter.parse(text);
    } catch (IllegalArgumentException e) {
      throw GraphRefusedException.badQuery("Invalid filter clause: " + e.getMessage());
    }
  }

  private static void requireProperties(ODataFilter filter, ObjectNode object) {
    Set<String> known = new HashSet<>();
    object.fieldNames().forEachRemaining(name -> known.add(name.toLowerCase(Locale.ROOT)));
    for (String property : filter.properties()) {
      if (!known.contains(property)) {
        throw GraphRefusedException.badQuery(
            "Invalid filter clause: Could not find a property named '" + property + "'.");
      }
    }
  }

  private ObjectNode select(ObjectNode object) {
    if (selected.isEmpty()) {
      return object;
    }
    ObjectNode chosen = Json.object();
    object
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              if (name.startsWith("@") || selected.stream().anyMatch(name::equalsIgnoreCase)) {
                chosen.set(name, property.getValue());
              }
            });
    return chosen;
  }

  /** Counting takes the header too; without it the directory tells no count. */
  private boolean isCountWanted() {
    return request.query("$count").filter("true"::equalsIgnoreCase).isPresent()
        && request.header("ConsistencyLevel").filter("eventual"::equalsIgnoreCase).isPresent();
  }

  private int number(String option, int least, int most, int byDefault) {
    String text = request.query(option).orElse(Integer.toString(byDefault));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like every other value that is none.
    }
    throw GraphRefusedException.badQuery(
        "Invalid value '"
            + text
            + "' for "
            + option
            + " query option found. It must be a number from "
            + least
            + " to "
            + most
            + ".");
  }

  private String context(String of) {
    return base() + "/v1.0/$metadata#" + of;
  }

  private String nextLink() {
    String target = request.target();
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    StringBuilder link = new StringBuilder(base()).append(path).append('?');
    for (String pair : question < 0 ? new String[0] : target.substring(question + 1).split("&")) {
      if (!pair.toLowerCase(Locale.ROOT).contains("skiptoken=")) {
        link.append(pair).append('&');
      }
    }
    return link.append(SKIP_TOKEN).append('=').append(skipped + perPage).toString();
  }

  private String base() {
    return "https://" + request.header("Host").orElse("localhost");
  }
}
