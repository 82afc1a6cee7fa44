package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.cloud.Cloud;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed. Held by one client: the JVM's own trust store stays as it is.
 *
 * @param sockets makes connections
 * @param manager judges certificates
 */
record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

  /**
   * The trust that a cloud and settings ask for: only the cloud's authorities if it names any, else
   * the machine's; and those of the settings in any case. Empty where the machine's will do.
   */
  static Optional<Trust> of(Cloud cloud, HttpSettings http) {
    if (cloud.trust().isEmpty() && http.authorities().isEmpty()) {
      return Optional.empty();
    }
    try {
      List<X509Certificate> authorities = new ArrayList<>(http.authorities());
      authorities.addAll(
          cloud.trust().isEmpty() ? List.of(manager(null).getAcceptedIssuers()) : cloud.trust());
      X509TrustManager manager = manager(store(authorities));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return Optional.of(new Trust(context.getSocketFactory(), manager));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "The certificate authorities of "
              + cloud
              + " and of the HTTP settings cannot be used. Check that each is an X.509 certificate"
              + " of an authority.",
          e);
    }
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  /** The manager over a store; over the machine's for null. */
  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("The JVM has no X.509 trust manager.");
  }
}
