package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import io.github.dataconnect4j.azure.AzureAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A Microsoft Graph client on an account's connections, credential and clock. */
final class GraphAccess {

  private GraphAccess() {}

  static GraphServiceClient open(AzureAccount account) {
    URI base = account.cloud().graph();
    OkHttpClient http =
        account
            .okHttpClientFor(account.cloud().graphAudience(), base)
            .newBuilder()
            .addInterceptor(new ParametersNameDecodingHandler())
            .build();
    // The account's connections put the token on, and renew one that is refused.
    GraphServiceClient client = new GraphServiceClient(new AnonymousAuthenticationProvider(), http);
    client.getRequestAdapter().setBaseUrl(base.toString());
    return client;
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
}
