package io.github.dataconnect4j.shared;

import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The detail inside the one error that Data Connect's copy activity fails with.
 *
 * <p>Microsoft promises a message for each broken rule and publishes none but that of the columns.
 * The emulator writes the form that {@link #write} makes, so that {@link #read} can give back every
 * field; what the real service writes is recognized as far as it is known, and otherwise kept as it
 * is.
 *
 * <p>Pure functions; thread-safe.
 *
 * @since 0.1.0
 */
public final class ServiceDetail {

  private static final Pattern RULE =
      Pattern.compile(
          "\\((?<code>[A-Z_]+); requested: (?<asked>[^;)]*); authorized: (?<approved>[^;)]*)\\)");
  private static final Pattern REAL_COLUMNS =
      Pattern.compile(
          "columns were not consented to for data[^:\\n]*(?::[ \\t]*(?<asked>[^'\\n]*))?");

  private static final String NOT_TOLD = "not told";

  private ServiceDetail() {}

  /** The detail for a verdict. */
  public static String write(Verdict verdict) {
    return verdict.violations().stream()
        .map(
            one ->
                one.code().headline()
                    + " ("
                    + one.code()
                    + "; requested: "
                    + encode(one.asked())
                    + "; authorized: "
                    + encode(one.approved())
                    + ")")
        .collect(Collectors.joining(" "));
  }

  /** The broken rules that a detail tells of; none if it tells of no rule that we know. */
  public static Verdict read(String detail) {
    List<Violation> violations = new ArrayList<>();
    Matcher rules = RULE.matcher(detail);
    while (rules.find()) {
      String asked = decode(rules.group("asked"));
      String approved = decode(rules.group("approved"));
      find(rules.group("code"))
          .ifPresent(code -> violations.add(new Violation(code, asked, approved)));
    }
    if (violations.isEmpty()) {
      Matcher columns = REAL_COLUMNS.matcher(detail);
      if (columns.find()) {
        String asked = Optional.ofNullable(columns.group("asked")).orElse("").strip();
        violations.add(
            new Violation(
                RuleCode.COLUMNS_NOT_AUTHORIZED, asked.isEmpty() ? NOT_TOLD : asked, NOT_TOLD));
      } else if (detail.contains("ConsentNotFound")) {
        violations.add(new Violation(RuleCode.APP_NOT_FOUND, NOT_TOLD, "nothing"));
      }
    }
    return new Verdict(violations);
  }

  // The service's envelope delimits with quotes and commas, ours with brackets and semicolons.
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", " ")
        .replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return text; // a '%' that stands for itself: somebody else wrote this
    }
  }

  private static Optional<RuleCode> find(String code) {
    return Arrays.stream(RuleCode.values()).filter(one -> one.name().equals(code)).findFirst();
  }
}
