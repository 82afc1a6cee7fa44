package io.github.dataconnect4j.azure;

import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Reads who a token was issued to. The signature is the service's business: what is read here
 * decides nothing but what is shown and looked up.
 *
 * <p>Source of the claims: {@code
 * learn.microsoft.com/entra/identity-platform/access-token-claims-reference}.
 */
final class CallerToken {

  private static final String ATTEMPT = "tell who the credential stands for";

  private CallerToken() {}

  static Caller ask(AzureAccount account) {
    String scope = TokenAudience.resourceManager(account.cloud()).scope();
    String token;
    try {
      token =
          account.credential().getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
    } catch (RuntimeException e) {
      throw AzureErrors.translate("sign in for " + scope, e);
    }
    return read(token);
  }

  static Caller read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw unreadable("Its token is opaque: no three parts separated by dots.");
    }
    Map<String, Object> claims;
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      claims = JsonText.readObject(new String(payload, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      throw unreadable("Its token is opaque: the second part is not Base64.");
    }
    String tenant = claim(claims, "tid").orElseThrow(() -> lacking("tid"));
    String objectId = claim(claims, "oid").orElseThrow(() -> lacking("oid"));
    Optional<String> person =
        claim(claims, "upn")
            .or(() -> claim(claims, "unique_name"))
            .or(() -> claim(claims, "preferred_username"));
    Optional<String> program = claim(claims, "appid").or(() -> claim(claims, "azp"));
    boolean isProgram =
        claim(claims, "idtyp")
            .map("app"::equals)
            .orElse(person.isEmpty() && !claims.containsKey("scp"));
    return isProgram
        ? new Caller(Caller.Kind.SERVICE_PRINCIPAL, tenant, objectId, program.orElse(objectId))
        : new Caller(Caller.Kind.USER, tenant, objectId, person.orElse(objectId));
  }

  private static Optional<String> claim(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static RejectedException lacking(String claim) {
    return unreadable("Its token has no claim '" + claim + "'.");
  }

  private static RejectedException unreadable(String reason) {
    return new RejectedException(
        Problem.of(
            ATTEMPT,
            reason,
            "Use a credential of azure-identity for a work or school account or an application."),
        null);
  }
}
