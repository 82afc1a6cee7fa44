package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a token on requests to the places that may see it, and refuses all others. A 401 is answered
 * by one new token and one more try.
 */
final class SeamAuthenticationPolicy implements SeamPolicy {

  private static final Pattern CLAIMS = Pattern.compile("claims=\"([A-Za-z0-9+/=_-]+)\"");

  private final CachingCredential credential;
  private final TokenAudience audience;

  SeamAuthenticationPolicy(CachingCredential credential, TokenAudience audience) {
    this.credential = credential;
    this.audience = audience;
  }

  @Override
  public HttpResponse send(HttpPipelineCallContext context, Supplier<HttpResponse> next) {
    HttpRequest request = context.getHttpRequest();
    requireAdmitted(request.getUrl());
    String token = token(Optional.empty());
    HttpResponse response = authorized(request, token, next);
    if (response.getStatusCode() != 401) {
      return response;
    }
    Optional<String> claims = claims(response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE));
    response.close();
    credential.forget(token);
    return authorized(request, token(claims), next);
  }

  private static HttpResponse authorized(
      HttpRequest request, String token, Supplier<HttpResponse> next) {
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token);
    return next.get();
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
