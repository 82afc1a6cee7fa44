package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.util.List;

/**
 * Lists page by page: as many items as the caller asks for by {@code $top} or {@code $maxpagesize},
 * but not more than the service gives, and a link to the rest.
 */
public final class PagedList {

  /** How many items a page has at most, unless its service says otherwise. */
  public static final int SIZE = 1000;

  private static final String SKIP = "$skiptoken";

  private PagedList() {}

  /** Answers with the page that was asked for. */
  public static Response of(Request request, List<? extends JsonNode> all) {
    return of(request, all, SIZE);
  }

  /**
   * Answers with the page that was asked for.
   *
   * @param size how many items a page has at most
   */
  public static Response of(Request request, List<? extends JsonNode> all, int size) {
    ServiceBehavior.ARM_PAGES.observe();
    int asked = number(request, "$top", number(request, "$maxpagesize", size));
    int from = Math.min(number(request, SKIP, 0), all.size());
    int to = Math.min(from + Math.min(asked, size), all.size());
    ObjectNode page = Bodies.list(all.subList(from, to));
    if (to < all.size() && to > from) {
      page.put("nextLink", Links.nextPage(request, Integer.toString(to)));
    }
    return Response.json(200, page);
  }

  private static int number(Request request, String parameter, int byDefault) {
    String text = request.query(parameter).orElse(Integer.toString(byDefault));
    if (!text.matches("[0-9]{1,9}")) {
      throw ArmErrors.badRequest(
          parameter.equals(SKIP) ? "InvalidSkipTokenInQueryString" : "InvalidParameterValue",
          "The value '" + text + "' of the query parameter '" + parameter + "' is not valid.");
    }
    return Integer.parseInt(text);
  }
}
