package io.github.dataconnect4j.emulator.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** What a browser does with the pages: keeps cookies, sends forms with what is hidden in them. */
final class Browser {

  private static final Pattern FORM =
      Pattern.compile("<form[^>]* action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final String root;
  private final OkHttpClient client;

  Browser(int port, HandshakeCertificates tls) {
    root = "https://localhost:" + port;
    client =
        new OkHttpClient.Builder()
            .sslSocketFactory(tls.sslSocketFactory(), tls.trustManager())
            .followRedirects(false)
            .build();
  }

  Browser signIn(String user) {
    Page page = get(Paths.SIGN_IN).submit(Paths.SIGN_IN, "user", user);
    if (page.status != 200) {
      throw new AssertionError("signing in ended with " + page.status + "\n" + page.body);
    }
    return this;
  }

  /** Gets a page, and what it leads to. */
  Page get(String path) {
    return followed(send(request(path).build()));
  }

  /** Gets a page, and not what it leads to. */
  Page look(String path) {
    return send(request(path).build());
  }

  /** Sends a form and whatever it leads to. */
  Page post(String path, String... fields) {
    return followed(send(request(path).post(form(fields)).build()));
  }

  Page post(String path, Map<String, String> headers, String type, String body) {
    Request.Builder request = request(path).post(RequestBody.create(body, MediaType.get(type)));
    headers.forEach(request::header);
    return send(request.build());
  }

  private Page followed(Page page) {
    Page last = page;
    while (last.status == 303) {
      last = look(String.valueOf(last.headers.get("Location")));
    }
    return last;
  }

  private Request.Builder request(String path) {
    List<String> sent = new ArrayList<>();
    cookies.forEach((name, value) -> sent.add(name + "=" + value));
    Request.Builder request = new Request.Builder().url(root + path);
    return sent.isEmpty() ? request : request.header("Cookie", String.join("; ", sent));
  }

  private static FormBody form(String... fields) {
    FormBody.Builder form = new FormBody.Builder();
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i], fields[i + 1]);
    }
    return form.build();
  }

  private Page send(Request request) {
    try (Response response = client.newCall(request).execute()) {
      for (String cookie : response.headers("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return new Page(response.code(), response.headers(), response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer. */
  final class Page {

    final int status;
    final Headers headers;
    final String body;

    private Page(int status, Headers headers, String body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    /** The token of the form that is sent to an address. */
    String token(String action) {
      return hidden(action).getOrDefault("token", "");
    }

    boolean hasForm(String action) {
      return !token(action).isEmpty();
    }

    private Map<String, String> hidden(String action) {
      Matcher form = FORM.matcher(body);
      while (form.find()) {
        if (form.group(1).equals(action)) {
          Map<String, String> hidden = new LinkedHashMap<>();
          Matcher field = HIDDEN.matcher(form.group(2));
          while (field.find()) {
            hidden.put(field.group(1), field.group(2));
          }
          return hidden;
        }
      }
      return Map.of();
    }

    /** Fills the form that is sent to an address, and sends it. */
    Page submit(String action, String... fields) {
      List<String> all = new ArrayList<>();
      hidden(action)
          .forEach(
              (name, value) -> {
                all.add(name);
                all.add(value);
              });
      all.addAll(List.of(fields));
      return post(action, all.toArray(String[]::new));
    }
  }
}
