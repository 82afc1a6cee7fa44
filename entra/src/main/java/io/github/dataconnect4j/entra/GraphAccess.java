package io.github.dataconnect4j.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureErrors;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A Microsoft Graph client on an account's connections, credential and clock. */
final class GraphAccess {

  private GraphAccess() {}

  static GraphServiceClient open(AzureAccount account) {
    URI base = account.cloud().graph();
    OkHttpClient http =
        account
            .okHttpClient()
            .newBuilder()
            // It would count our pauses between two tries; silence is bounded by the read time-out.
            .callTimeout(Duration.ZERO)
            .addInterceptor(new ParametersNameDecodingHandler())
            .addInterceptor(new GraphInterceptor(account))
            .build();
    // With no host the public cloud's are assumed, and calls elsewhere go out without a token.
    String[] hosts = {base.getHost()};
    GraphServiceClient client =
        new GraphServiceClient(
            new AzureIdentityAuthenticationProvider(
                new Translated(account.credential()), hosts, scope(account)),
            http);
    client.getRequestAdapter().setBaseUrl(base.toString());
    return client;
  }

  static String scope(AzureAccount account) {
    return account.cloud().graphAudience() + "/.default";
  }

  /**
   * The items of all pages.
   *
   * @param items the items of a page; null for none
   * @param follow reads the page behind a link
   */
  static <P extends BaseCollectionPaginationCountResponse, T> List<T> all(
      P first, Function<P, @Nullable List<T>> items, Function<String, P> follow) {
    List<T> all = new ArrayList<>();
    for (P page = first; page != null; ) {
      List<T> some = items.apply(page);
      if (some != null) {
        all.addAll(some);
      }
      String next = page.getOdataNextLink();
      page = next == null ? null : follow.apply(next);
    }
    return all;
  }

  /** A text of a filter, between its quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Says a failed sign-in as such, so that nobody takes it for a request that was sent. */
  private record Translated(TokenCredential credential) implements TokenCredential {

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
      return Mono.fromCallable(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
      try {
        return credential.getTokenSync(request);
      } catch (RuntimeException e) {
        throw AzureErrors.translate("sign in for Microsoft Graph", e);
      }
    }
  }
}
