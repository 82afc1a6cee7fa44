package io.github.dataconnect4j.azure;

import java.util.regex.Pattern;

/** Takes what looks like a secret or a token out of a text that came from outside. */
final class Redaction {

  private static final int LONGEST = 600;
  private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer\\s+[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(client_secret|client_assertion|access_token|refresh_token|secretText"
              + "|servicePrincipalKey|servicePrincipalCredential|password|\\bsig)"
              + "(\"?\\s*[=:]\\s*\"?)[^\\s&\",}]+");

  private Redaction() {}

  /** The text in one line, without secrets, and not longer than a few lines. */
  static String of(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    line = BEARER.matcher(line).replaceAll("Bearer [hidden]");
    line = JWT.matcher(line).replaceAll("[hidden]");
    line = FIELD.matcher(line).replaceAll("$1$2[hidden]");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
