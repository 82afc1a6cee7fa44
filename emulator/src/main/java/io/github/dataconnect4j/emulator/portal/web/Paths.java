package io.github.dataconnect4j.emulator.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the pages. */
final class Paths {

  /** Where the portals' calls are; a browser that goes there is led to the pages. */
  static final String CALLS = "/data-connect";

  static final String HOME = CALLS + "/portal";
  static final String STYLE = HOME + "/style.css";
  static final String ICON = HOME + "/icon.svg";
  static final String SIGN_IN = HOME + "/sign-in";
  static final String SIGN_OUT = HOME + "/sign-out";

  /** The developer's list. */
  static final String APPS = HOME + "/apps";

  /** The wizard for an app that is not registered yet. */
  static final String NEW = "new";

  /** The administrator's list. */
  static final String REVIEWS = HOME + "/admin";

  static final String SETTINGS = REVIEWS + "/settings";

  private Paths() {}

  static String app(String applicationId) {
    return APPS + "/" + encoded(applicationId);
  }

  static String deletion(String applicationId) {
    return app(applicationId) + "/delete";
  }

  /** The wizard's tabs; {@code draft} is {@link #NEW} or the client id of what is edited. */
  static String wizard(String draft) {
    return HOME + "/register/" + encoded(draft);
  }

  static String info(String draft) {
    return wizard(draft) + "/info";
  }

  static String datasets(String draft) {
    return wizard(draft) + "/datasets";
  }

  static String dataset(String draft, String dataset) {
    return datasets(draft) + "/" + encoded(dataset);
  }

  static String removal(String draft, String dataset) {
    return dataset(draft, dataset) + "/remove";
  }

  static String creation(String draft) {
    return wizard(draft) + "/review";
  }

  static String discarding(String draft) {
    return wizard(draft) + "/cancel";
  }

  static String review(String applicationId) {
    return REVIEWS + "/apps/" + encoded(applicationId);
  }

  /** The page of one dataset of a review, counted from 1. */
  static String reviewed(String applicationId, int dataset) {
    return review(applicationId) + "/datasets/" + dataset;
  }

  static String decision(String applicationId) {
    return review(applicationId) + "/review";
  }

  static String approval(String applicationId) {
    return review(applicationId) + "/approve";
  }

  static String decline(String applicationId) {
    return review(applicationId) + "/decline";
  }

  /** The sign-in page, from which it goes on to another. */
  static String signInFor(String next) {
    return SIGN_IN + "?next=" + encoded(next);
  }

  /** A page of the portals to go on to; the first one where the text is anything else. */
  static String pageOrHome(String next) {
    boolean ours = next.equals(HOME) || next.startsWith(HOME + "/") || next.startsWith(HOME + "?");
    return ours && next.matches("[A-Za-z0-9/_.?=&%-]+") ? next : HOME;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
