package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a token on requests to the places that may see it, and refuses all others. A 401 is answered
 * by one new token and one more try, whichever HTTP stack carries the request.
 *
 * <p>Thread-safe.
 */
final class TokenRenewal {

  private static final Pattern CLAIMS = Pattern.compile("claims=\"([A-Za-z0-9+/=_-]+)\"");

  private final CachingCredential credential;
  private final TokenAudience audience;

  TokenRenewal(CachingCredential credential, TokenAudience audience) {
    this.credential = credential;
    this.audience = audience;
  }

  /**
   * Sends a request with a token, and once more with a new one if the first is refused.
   *
   * @param authorize puts the token on the request that the exchange sends next
   * @throws RejectedException if the request goes where the token may not be seen
   */
  <A> A send(Exchange<A> exchange, Consumer<String> authorize) throws IOException {
    requireAdmitted(exchange.url());
    String token = token(Optional.empty());
    authorize.accept(token);
    A answer = exchange.send();
    if (exchange.status(answer) != 401) {
      return answer;
    }
    Optional<String> claims = claims(exchange.header(answer, "WWW-Authenticate"));
    exchange.discard(answer);
    credential.forget(token);
    authorize.accept(token(claims));
    return exchange.send();
  }

  // Links in answers (next pages, operations to follow) are the service's word, not ours.
  private void requireAdmitted(URL url) {
    if (!audience.admits(url)) {
      throw new RejectedException(
          Problem.of(
              "call " + url.getProtocol() + "://" + url.getAuthority(),
              "It is none of the addresses that a token for "
                  + audience.scope()
                  + " may be shown to, and nothing was sent.",
              "Check the endpoints of the cloud. If a service named the address in an answer, do not"
                  + " trust it."),
          null);
    }
  }

  /**
   * A token; failing to get one is translated here, so that callers can tell it from a request that
   * was sent.
   */
  private String token(Optional<String> claims) {
    TokenRequestContext request = new TokenRequestContext().addScopes(audience.scope());
    claims.ifPresent(asked -> request.setClaims(asked).setCaeEnabled(true));
    try {
      AccessToken token = credential.getTokenSync(request);
      return token.getToken();
    } catch (RuntimeException e) {
      throw AzureErrors.translate("sign in for " + audience.scope(), e);
    }
  }

  /** What continuous access evaluation wants to see in the next token; empty if it did not ask. */
  private static Optional<String> claims(@Nullable String challenge) {
    if (challenge == null || !challenge.contains("insufficient_claims")) {
      return Optional.empty();
    }
    Matcher found = CLAIMS.matcher(challenge);
    if (!found.find()) {
      return Optional.empty();
    }
    byte[] claims =
        Base64.getUrlDecoder()
            .decode(found.group(1).replace('+', '-').replace('/', '_').replaceAll("=+$", ""));
    return Optional.of(new String(claims, StandardCharsets.UTF_8));
  }
}
