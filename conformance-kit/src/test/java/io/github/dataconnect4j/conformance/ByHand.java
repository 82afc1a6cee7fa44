package io.github.dataconnect4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The developer, who goes to the emulator without the library. */
final class ByHand {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataConnectEmulator emulator;
  private final HttpClient http;

  ByHand(DataConnectEmulator emulator) {
    this.emulator = emulator;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting(emulator.cloud().trust()))
            .build();
  }

  /** All items of a list. */
  List<ObjectNode> list(String address, String audience) {
    List<ObjectNode> items = new ArrayList<>();
    send("GET", address, audience, null)
        .path("value")
        .forEach(item -> items.add((ObjectNode) item));
    return items;
  }

  /** Puts a blob of the type that files have. */
  void putBlob(URI address, byte[] content) {
    send(
        HttpRequest.newBuilder(address)
            .header("Authorization", bearer("https://storage.azure.com"))
            .header("x-ms-version", "2023-11-03")
            .header("x-ms-blob-type", "BlockBlob")
            .PUT(BodyPublishers.ofByteArray(content))
            .build());
  }

  private String bearer(String audience) {
    return "Bearer " + emulator.userToken(emulator.developer(), audience).reveal();
  }

  JsonNode send(String method, String address, String audience, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", bearer(audience))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri()
                + " by hand: "
                + response.statusCode()
                + " "
                + response.body());
      }
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** JSON with single quotes. */
  static ObjectNode read(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static SSLContext trusting(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate one : authorities) {
        store.setCertificateEntry(one.getSerialNumber().toString(), one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
