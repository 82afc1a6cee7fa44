package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import java.util.Arrays;

/** What a list request asks for, in its query. */
record ListQuery(Request request) {

  private static final int LARGEST_PAGE = 5000;

  String get(String name) {
    return request.query(name).orElse("");
  }

  /** Whether the entries are to carry something that they do not by default. */
  boolean includes(String what) {
    return Arrays.asList(get("include").split(",", -1)).contains(what);
  }

  /** The largest page there is, unless a smaller one is asked for. */
  int size(String parameter) {
    String text = get(parameter);
    if (text.isEmpty()) {
      return LARGEST_PAGE;
    }
    if (!text.matches("-?\\d{1,9}")) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.on(request);
    }
    int size = Integer.parseInt(text);
    if (size < 1) {
      throw BlobError.OUT_OF_RANGE_QUERY_PARAMETER_VALUE.on(request);
    }
    return Math.min(size, LARGEST_PAGE);
  }

  /** The name that a page begins with. */
  String from(String parameter) {
    try {
      return Page.Wanted.name(get(parameter));
    } catch (IllegalArgumentException e) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.on(request);
    }
  }

  Page.Wanted wanted() {
    return new Page.Wanted(get("prefix"), get("delimiter"), from("marker"), size("maxresults"));
  }

  /** Repeats the query at the head of an answer, as far as it was given. */
  void echo(Xml xml, String... names) {
    for (String name : names) {
      request
          .query(name)
          .filter(value -> !value.isEmpty())
          .ifPresent(
              value ->
                  xml.element(
                      name.equals("maxresults")
                          ? "MaxResults"
                          : Character.toUpperCase(name.charAt(0)) + name.substring(1),
                      value));
    }
  }
}
