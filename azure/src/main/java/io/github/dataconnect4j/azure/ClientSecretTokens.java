package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import io.github.dataconnect4j.Cloud;
import io.github.dataconnect4j.Secret;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/** An application's secret, not yet bound to connections. Thread-safe. */
final class ClientSecretTokens implements TokenCredential {

  private static final Set<String> KNOWN_AUTHORITIES =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.chinacloudapi.cn",
          "login.partner.microsoftonline.cn");

  private final Cloud cloud;
  private final String tenantId;
  private final String clientId;
  private final Secret secret;
  private final Once<TokenCredential> alone;

  ClientSecretTokens(
      Cloud cloud, HttpSettings http, String tenantId, String clientId, Secret secret) {
    this.cloud = Objects.requireNonNull(cloud, "cloud");
    this.tenantId = required(tenantId, "tenantId");
    this.clientId = required(clientId, "clientId");
    this.secret = Objects.requireNonNull(secret, "secret");
    this.alone = new Once<>(() -> over(HttpStack.open(cloud, http)));
  }

  /** The same credential over connections of somebody else's. */
  TokenCredential over(HttpStack stack) {
    ClientSecretCredentialBuilder builder =
        new ClientSecretCredentialBuilder()
            .tenantId(tenantId)
            .clientId(clientId)
            .clientSecret(secret.reveal())
            .authorityHost(cloud.authority().toString())
            .pipeline(
                new HttpPipelineBuilder()
                    .policies(new SeamRetryPolicy(cloud))
                    .httpClient(stack.calls())
                    .build());
    if (!KNOWN_AUTHORITIES.contains(cloud.authority().getHost().toLowerCase(Locale.ROOT))) {
      // Discovery would ask the public cloud about an authority that it cannot know.
      builder.disableInstanceDiscovery();
    }
    return builder.build();
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.defer(() -> alone.get().getToken(request));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    return alone.get().getTokenSync(request);
  }

  @Override
  public String toString() {
    return "client secret of " + clientId + " in tenant " + tenantId;
  }

  private static String required(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank. It stands on the application's overview page in Microsoft Entra.");
    }
    return value;
  }
}
