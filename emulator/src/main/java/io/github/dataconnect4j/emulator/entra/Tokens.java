package io.github.dataconnect4j.emulator.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.entra.Principal.Kind;
import io.github.dataconnect4j.emulator.entra.TokenRefusedException.Reason;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Issues access tokens and tells good ones from bad ones.
 *
 * <p>They look like Entra's, but are signed with a key that lives as long as the emulator. They go
 * by the machine's clock: the libraries that keep them do too, and would go on using a token that
 * only the emulator's virtual time had made old.
 *
 * <p>Thread-safe.
 */
public final class Tokens {

  /** How long a token lasts, as Entra's usually do. */
  public static final Duration LIFETIME = Duration.ofSeconds(3599);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String BEARER = "bearer ";

  private final String tenantId;
  private final TimeSource clock;
  private final SecretKey key;
  private final AtomicLong issued = new AtomicLong();
  private volatile long expiredUpTo;

  /**
   * @param tenantId the tenant whose tokens are good
   * @param clock the machine's clock, {@link TimeSource#system()}
   */
  public Tokens(String tenantId, TimeSource clock) {
    this.tenantId = tenantId;
    this.clock = clock;
    try {
      key = KeyGenerator.getInstance(ALGORITHM).generateKey();
    } catch (GeneralSecurityException e) {
      throw everyPlatformHasIt(e);
    }
  }

  /** Issues a token, for a user or an application, as if they had signed in. */
  public AccessToken issueFor(Principal principal, String audience) {
    // Tokens count whole seconds.
    Instant now = Instant.ofEpochSecond(clock.now().getEpochSecond());
    Instant expiresAt = now.plus(LIFETIME);
    ObjectNode claims =
        Json.object()
            .put("aud", audience)
            .put("iss", "https://sts.windows.net/" + principal.tenantId() + "/")
            .put("iat", now.getEpochSecond())
            .put("nbf", now.getEpochSecond())
            .put("exp", expiresAt.getEpochSecond())
            .put("oid", principal.objectId())
            .put("sub", principal.objectId())
            .put("tid", principal.tenantId())
            .put("idtyp", principal.kind() == Kind.USER ? "user" : "app")
            .put(principal.kind() == Kind.USER ? "upn" : "appid", principal.name())
            .put("uti", issued.incrementAndGet())
            .put("ver", "1.0");
    String signed =
        encode(Json.bytes(Json.object().put("typ", "JWT").put("alg", "HS256")))
            + "."
            + encode(Json.bytes(claims));
    return new AccessToken(Secret.of(signed + "." + encode(sign(signed))), expiresAt);
  }

  /** Has every token that was issued so far lapse. */
  public void expireAll() {
    expiredUpTo = issued.get();
  }

  /**
   * Finds out who calls.
   *
   * @param audiences the names of the service that is called
   * @throws TokenRefusedException if the request's token is not good for it
   */
  public Principal verify(Request request, Set<String> audiences) throws TokenRefusedException {
    String authorization = request.header("Authorization").orElse("");
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new TokenRefusedException(Reason.MISSING);
    }
    JsonNode claims = claims(authorization.substring(BEARER.length()).strip());
    Kind kind = claims.path("idtyp").asText().equals("user") ? Kind.USER : Kind.APPLICATION;
    Principal principal =
        new Principal(
            claims.path("oid").asText(),
            claims.path("tid").asText(),
            claims.path(kind == Kind.USER ? "upn" : "appid").asText(),
            kind);
    if (!principal.tenantId().equalsIgnoreCase(tenantId)) {
      throw new TokenRefusedException(Reason.WRONG_TENANT);
    }
    if (!Audiences.isOneOf(audiences, claims.path("aud").asText())) {
      throw new TokenRefusedException(Reason.WRONG_AUDIENCE);
    }
    if (clock.now().getEpochSecond() >= claims.path("exp").asLong()
        || claims.path("uti").asLong() <= expiredUpTo) {
      throw new TokenRefusedException(Reason.EXPIRED);
    }
    return principal;
  }

  private JsonNode claims(String token) throws TokenRefusedException {
    int dot = token.lastIndexOf('.');
    if (dot < 0) {
      throw new TokenRefusedException(Reason.MALFORMED);
    }
    String signed = token.substring(0, dot);
    try {
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(signature, sign(signed))) {
        throw new TokenRefusedException(Reason.MALFORMED);
      }
      return Json.parse(Base64.getUrlDecoder().decode(signed.substring(signed.indexOf('.') + 1)));
    } catch (IllegalArgumentException | IOException e) {
      throw new TokenRefusedException(Reason.MALFORMED);
    }
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw everyPlatformHasIt(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static IllegalStateException everyPlatformHasIt(GeneralSecurityException cause) {
    return new IllegalStateException("Every Java platform has " + ALGORITHM + ".", cause);
  }
}
