package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps tokens until five minutes before they expire, and asks for each only once at a time.
 *
 * <p>The credentials below cannot be relied on for it: MSAL's cache fails with an authority on a
 * port of its own, and keeps sync and async tokens apart.
 *
 * <p>Thread-safe.
 */
final class CachingCredential implements TokenCredential {

  private static final Logger LOG = LoggerFactory.getLogger(CachingCredential.class);
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final TokenCredential origin;
  private final TimeSource time;
  private final Map<Key, AccessToken> tokens = new ConcurrentHashMap<>();
  private final Map<Key, CompletableFuture<AccessToken>> flights = new ConcurrentHashMap<>();

  /**
   * @param time the machine's clock, also under an emulator whose clock is moved: who issues an
   *     {@link AccessToken} dates it by that
   */
  CachingCredential(TokenCredential origin, TimeSource time) {
    this.origin = origin;
    this.time = time;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request)).subscribeOn(Schedulers.boundedElastic());
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    Key key = Key.of(request);
    Optional<AccessToken> known = known(key, MARGIN);
    if (known.isPresent()) {
      return known.get();
    }
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> running = flights.putIfAbsent(key, mine);
    return running == null ? fly(key, request, mine) : landed(running);
  }

  /** Forgets a token that a service refused, unless it has been replaced since. */
  void forget(String token) {
    tokens.values().removeIf(known -> known.getToken().equals(token));
  }

  private AccessToken fly(
      Key key, TokenRequestContext request, CompletableFuture<AccessToken> flight) {
    try {
      // Between our look and our start another flight may have landed.
      AccessToken token = known(key, MARGIN).orElse(null);
      if (token == null) {
        token = ask(key, request);
      }
      flight.complete(token);
      return token;
    } catch (RuntimeException | Error e) {
      flight.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, flight);
    }
  }

  private AccessToken ask(Key key, TokenRequestContext request) {
    try {
      AccessToken token = origin.getTokenSync(request);
      tokens.put(key, token);
      LOG.debug("token received scopes={} expiresAt={}", key.scopes, token.getExpiresAt());
      return token;
    } catch (RuntimeException e) {
      // A token that is good for a few more minutes outlives an outage of as many.
      Optional<AccessToken> last = known(key, Duration.ZERO);
      if (last.isEmpty()) {
        throw e;
      }
      LOG.debug("token not renewed, the last is still good scopes={}", key.scopes);
      return last.get();
    }
  }

  private static AccessToken landed(CompletableFuture<AccessToken> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private Optional<AccessToken> known(Key key, Duration margin) {
    Instant soon = time.now().plus(margin);
    return Optional.ofNullable(tokens.get(key))
        .filter(token -> token.getExpiresAt().toInstant().isAfter(soon));
  }

  private record Key(
      List<String> scopes, @Nullable String tenant, @Nullable String claims, boolean cae) {

    static Key of(TokenRequestContext request) {
      return new Key(
          List.copyOf(request.getScopes()),
          request.getTenantId(),
          request.getClaims(),
          request.isCaeEnabled());
    }
  }
}
