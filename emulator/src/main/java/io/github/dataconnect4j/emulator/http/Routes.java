package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.truth.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which path is handled by what. Literal parts match in any case, as Azure's do; {@code {name}}
 * takes one part, or what is between the letters around it, and {@code {name...}} at the end takes
 * the rest, joined by slashes.
 */
public final class Routes {

  private final List<Route> routes = new ArrayList<>();

  /**
   * Adds a route; the first that matches is taken.
   *
   * @param method such as {@code GET}
   * @param pattern such as {@code /subscriptions/{subscription}/resourceGroups/{group}}
   * @param operation what it leads to
   */
  public Routes on(String method, String pattern, Operation operation, Handler handler) {
    return on(method, pattern, operation, request -> true, handler);
  }

  /**
   * Adds a route that also asks something of the request; for services that tell their operations
   * apart by the query.
   *
   * @param method such as {@code GET}
   * @param pattern such as {@code /{account}/{container}}
   * @param operation what it leads to
   * @param condition what the request must be like, beyond method and path
   */
  public Routes on(
      String method,
      String pattern,
      Operation operation,
      Predicate<Request> condition,
      Handler handler) {
    routes.add(
        new Route(
            new Line(method, pattern, operation),
            List.of(pattern.substring(1).split("/")),
            condition,
            handler));
    return this;
  }

  /** The operations that the routes lead to, in the order of the routes. */
  public List<Operation> operations() {
    return routes.stream().map(route -> route.line.operation()).distinct().toList();
  }

  /** What each route takes and leads to, in the order of the routes. */
  public List<Line> lines() {
    return routes.stream().map(Route::line).toList();
  }

  /** Who handles a request; empty where nobody does. */
  public Optional<Match> match(Request request) {
    for (Route route : routes) {
      if (route.line.method().equals(request.method()) && route.condition.test(request)) {
        Optional<Map<String, String>> path = route.match(request.segments());
        if (path.isPresent()) {
          return Optional.of(
              new Match(route.line.operation(), route.handler, new Path(path.get())));
        }
      }
    }
    return Optional.empty();
  }

  /** Handles a request that matched a route. */
  @FunctionalInterface
  public interface Handler {
    Response handle(Request request, Path path) throws IOException;
  }

  /** An operation, its handler, and what its pattern's names stand for. */
  public record Match(Operation operation, Handler handler, Path path) {
    public Response handle(Request request) throws IOException {
      return handler.handle(request, path);
    }
  }

  /** What the names of a pattern stand for. */
  public record Path(Map<String, String> values) {
    public String get(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }
  }

  /**
   * A route to be read.
   *
   * @param method such as {@code GET}
   * @param pattern such as {@code /subscriptions/{subscription}}
   * @param operation what it leads to
   */
  public record Line(String method, String pattern, Operation operation) {}

  private record Route(
      Line line, List<String> parts, Predicate<Request> condition, Handler handler) {

    Optional<Map<String, String>> match(List<String> segments) {
      boolean takesRest = parts.get(parts.size() - 1).endsWith("...}");
      if (takesRest ? segments.size() < parts.size() : segments.size() != parts.size()) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.get(i);
        if (part.endsWith("...}")) {
          values.put(
              part.substring(1, part.length() - 4),
              String.join("/", segments.subList(i, segments.size())));
        } else if (part.indexOf('{') >= 0) {
          String before = part.substring(0, part.indexOf('{'));
          String after = part.substring(part.indexOf('}') + 1);
          String segment = segments.get(i);
          int end = segment.length() - after.length();
          if (end < before.length()
              || !segment.regionMatches(true, 0, before, 0, before.length())
              || !segment.endsWith(after)) {
            return Optional.empty();
          }
          values.put(
              part.substring(before.length() + 1, part.indexOf('}')),
              segment.substring(before.length(), end));
        } else if (!part.equalsIgnoreCase(segments.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(values);
    }
  }
}
