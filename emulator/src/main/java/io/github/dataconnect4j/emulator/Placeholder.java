package io.github.dataconnect4j.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Proves the requires lines. */
public final class Placeholder {
  private Placeholder() {}

  /**
   * Touches each library.
   *
   * @return what it touched
   * @throws IOException if it fails
   */
  public static String touch() throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates hc =
        new HandshakeCertificates.Builder()
            .heldCertificate(leaf)
            .addTrustedCertificate(leaf.certificate())
            .build();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(hc.sslContext()));
    server.setExecutor(Executors.newCachedThreadPool(Placeholder::daemon));
    server.createContext(
        "/",
        exchange -> {
          byte[] b =
              new ObjectMapper()
                  .createObjectNode()
                  .put("a", 1)
                  .toString()
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, b.length);
          exchange.getResponseBody().write(b);
          exchange.close();
        });
    server.start();
    String url = "https://localhost:" + server.getAddress().getPort() + "/";
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
      connection.setSSLSocketFactory(hc.sslSocketFactory());
      try (InputStream in = connection.getInputStream()) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      all.append(" ").append((System.nanoTime() - start) / 1000).append("us ");
    }
    server.stop(0);
    return all.toString();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "emulator");
    thread.setDaemon(true);
    return thread;
  }
}
