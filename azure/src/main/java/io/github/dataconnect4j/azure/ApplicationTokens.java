package io.github.dataconnect4j.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Secret;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** What an application signs in with, not yet bound to connections. Thread-safe. */
final class ApplicationTokens implements TokenCredential {

  private static final Set<String> KNOWN_AUTHORITIES =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.chinacloudapi.cn",
          "login.partner.microsoftonline.cn");

  private final Cloud cloud;
  private final String tenantId;
  private final String clientId;
  private final String kind;
  private final BiFunction<ApplicationTokens, HttpStack, TokenCredential> maker;
  private final Once<TokenCredential> alone;

  private ApplicationTokens(
      Cloud cloud,
      HttpSettings http,
      String tenantId,
      String clientId,
      String kind,
      BiFunction<ApplicationTokens, HttpStack, TokenCredential> maker) {
    this.cloud = Objects.requireNonNull(cloud, "cloud");
    this.tenantId = required(tenantId, "tenantId");
    this.clientId = required(clientId, "clientId");
    this.kind = kind;
    this.maker = maker;
    this.alone = new Once<>(() -> over(HttpStack.open(cloud, http)));
  }

  static ApplicationTokens bySecret(
      Cloud cloud, HttpSettings http, String tenantId, String clientId, Secret secret) {
    Objects.requireNonNull(secret, "secret");
    return new ApplicationTokens(
        cloud,
        http,
        tenantId,
        clientId,
        "client secret",
        (self, stack) ->
            self.prepared(new ClientSecretCredentialBuilder(), stack)
                .clientSecret(secret.reveal())
                .build());
  }

  /**
   * @param file puts the certificate's file into a builder
   */
  static ApplicationTokens byCertificate(
      Cloud cloud,
      String tenantId,
      String clientId,
      UnaryOperator<ClientCertificateCredentialBuilder> file) {
    return new ApplicationTokens(
        cloud,
        HttpSettings.standard(),
        tenantId,
        clientId,
        "client certificate",
        (self, stack) ->
            file.apply(self.prepared(new ClientCertificateCredentialBuilder(), stack)).build());
  }

  /** The same credential over connections of somebody else's. */
  TokenCredential over(HttpStack stack) {
    return maker.apply(this, stack);
  }

  private <T extends AadCredentialBuilderBase<T>> T prepared(T builder, HttpStack stack) {
    builder
        .tenantId(tenantId)
        .clientId(clientId)
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
    return builder;
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
    return kind + " of " + clientId + " in tenant " + tenantId;
  }

  private static String required(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank. It stands on the application's overview page in Microsoft Entra.");
    }
    return value;
  }
}
