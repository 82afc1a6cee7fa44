package io.github.dataconnect4j.emulator.portal.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.dataconnect4j.emulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Makes answers of templates, with the headers that keep a page to itself. */
final class Html {

  /** Templates are rendered as they stand. */
  static final HtmlInterceptor PLAIN =
      new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(
            String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
      };

  /** Nothing but our own style sheet and icon; no script at all, and no frame around it. */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private Html() {}

  static Response page(int status, Consumer<HtmlTemplateOutput> template) {
    StringOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return Response.of(status, "text/html; charset=utf-8", text.toString());
  }

  /** Has the browser get another page, so that to load it anew sends no form. */
  static Response goTo(String path) {
    return Response.empty(303).withHeader("Location", path);
  }

  static Response resource(String name, String type) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      return Response.of(200, type, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The headers of every answer. Not {@code no-referrer}: with it browsers send {@code Origin:
   * null} with our own forms, which is refused like every other foreign origin. {@code same-origin}
   * tells other places as little.
   */
  static Response guarded(Response response) {
    return response
        .withHeader("Content-Security-Policy", POLICY)
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("X-Frame-Options", "DENY")
        .withHeader("Referrer-Policy", "same-origin")
        .withHeader("Cross-Origin-Opener-Policy", "same-origin")
        .withHeader("Cross-Origin-Resource-Policy", "same-origin")
        .withHeader("Cache-Control", "no-store");
  }
}
