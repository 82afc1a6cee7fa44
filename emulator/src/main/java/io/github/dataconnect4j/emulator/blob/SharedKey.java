package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.truth.StorageBehavior;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Collator;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request signed with an account's key, as Azure's page "Authorize with Shared Key" says for Blob
 * Storage and Data Lake Storage.
 *
 * <p>The path style has the account in the path, and so twice in what is signed, as clients do it
 * for Azurite too. How old a signature is does not matter: its date is the machine's, and the
 * emulator's time goes its own way.
 *
 * @param account the account that the signature is said to be of
 * @param signature the signature, in base64
 */
record SharedKey(String account, String signature) {

  private static final String SCHEME = "SharedKey ";

  // "Lexicographically", says the page; the Java client sorts as a dictionary does, which differs
  // for names with hyphens and underscores.
  private static final Comparator<String> DICTIONARY =
      ((Comparator<String>) Collator.getInstance(Locale.ROOT)::compare)
          .thenComparing(Comparator.naturalOrder());

  /** Headers that are signed by their place, in this order, after the verb. */
  private static final List<String> SIGNED =
      List.of(
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-MD5",
          "Content-Type",
          "Date",
          "If-Modified-Since",
          "If-Match",
          "If-None-Match",
          "If-Unmodified-Since",
          "Range");

  /** Reads an {@code Authorization} header; empty if it is none of this scheme. */
  static Optional<SharedKey> of(String authorization) {
    int colon = authorization.lastIndexOf(':');
    return authorization.startsWith(SCHEME) && colon > 0
        ? Optional.of(
            new SharedKey(
                authorization.substring(SCHEME.length(), colon).strip(),
                authorization.substring(colon + 1).strip()))
        : Optional.empty();
  }

  /** Whether one of the keys, in base64, signs the request this way. */
  boolean isOf(Request request, List<String> keys) {
    StorageBehavior.SIGNATURES_HAVE_ANY_DATE.observe();
    StorageBehavior.SIGNATURES_SORT_EITHER_WAY.observe();
    return (request.header("x-ms-date").isPresent() || request.header("Date").isPresent())
        && Stream.of(Comparator.<String>naturalOrder(), DICTIONARY)
            .map(order -> stringToSign(request, order))
            .anyMatch(text -> keys.stream().anyMatch(key -> signs(key, text)));
  }

  private boolean signs(String key, String text) {
    // In constant time, as every comparison of a secret.
    return MessageDigest.isEqual(
        signature.getBytes(StandardCharsets.UTF_8),
        sign(key, text).getBytes(StandardCharsets.UTF_8));
  }

  static String sign(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  /** What has to be signed. */
  String stringToSign(Request request, Comparator<String> order) {
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    SIGNED.forEach(name -> text.append(signed(request, name)).append('\n'));
    serviceHeaders(request, order)
        .forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('/').append(account).append(path(request));
    Map<String, String> query = new TreeMap<>(order);
    query.putAll(request.query());
    query.forEach((name, value) -> text.append('\n').append(name).append(':').append(value));
    return text.toString();
  }

  private static String signed(Request request, String name) {
    String value = request.header(name).orElse("");
    boolean isLeftOut =
        switch (name) {
          case "Content-Length" -> value.equals("0");
          case "Date" -> request.header("x-ms-date").isPresent();
          default -> false;
        };
    return isLeftOut ? "" : value;
  }

  private static Map<String, String> serviceHeaders(Request request, Comparator<String> order) {
    Map<String, String> headers = new TreeMap<>(order);
    request
        .headers()
        .forEach(
            (name, values) -> {
              String folded = name.toLowerCase(Locale.ROOT);
              if (folded.startsWith("x-ms-")) {
                headers.put(folded, String.join(",", values).strip());
              }
            });
    return headers;
  }

  /** The path as it stood on the wire. */
  private static String path(Request request) {
    String target = request.target();
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }
}
