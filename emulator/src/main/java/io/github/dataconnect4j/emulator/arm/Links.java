package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Absolute links to the host that a request was sent to. */
public final class Links {

  private Links() {}

  /** The link to a path, which may have a query. */
  public static String to(Request request, String path) {
    return "https://" + request.header("Host").orElse("localhost") + path;
  }

  /** The link to a later page of the list that was asked for. */
  public static String nextPage(Request request, String skipToken) {
    StringBuilder link = new StringBuilder(to(request, path(request)));
    char before = '?';
    for (var parameter : request.query().entrySet()) {
      if (!parameter.getKey().equals("$skiptoken")) {
        link.append(before)
            .append(parameter.getKey())
            .append('=')
            .append(encode(parameter.getValue()));
        before = '&';
      }
    }
    return link.append(before).append("$skiptoken=").append(encode(skipToken)).toString();
  }

  private static String path(Request request) {
    return request.segments().stream().map(Links::encode).collect(Collectors.joining("/", "/", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
