package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.KeyCredential;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** An application's certificates in Graph's JSON. */
final class KeyCredentialJson {

  private KeyCredentialJson() {}

  static ArrayNode withoutKeys(List<KeyCredential> keys) {
    ArrayNode array = Json.object().putArray("keyCredentials");
    keys.forEach(key -> array.add(object(key).putNull("key")));
    return array;
  }

  static ArrayNode withKeys(List<KeyCredential> keys) {
    ArrayNode array = Json.object().putArray("keyCredentials");
    keys.forEach(key -> array.add(object(key).put("key", encoded(key.certificate()))));
    return array;
  }

  private static ObjectNode object(KeyCredential key) {
    return Json.object()
        .put("keyId", key.keyId())
        .put("displayName", key.displayName())
        .put("type", "AsymmetricX509Cert")
        .put("usage", "Verify")
        .put("customKeyIdentifier", key.customKeyIdentifier())
        .put("startDateTime", key.startsAt().toString())
        .put("endDateTime", key.endsAt().toString());
  }

  /**
   * Reads what is to be all certificates of an application.
   *
   * @param known those that it has, which a caller names by id and need not send again
   */
  static List<KeyCredential> read(
      JsonNode array, List<KeyCredential> known, Supplier<String> nextId) {
    List<KeyCredential> keys = new ArrayList<>();
    for (JsonNode one : array) {
      String id = GraphBody.text(one, "keyId").orElse("");
      keys.add(
          known.stream()
              .filter(key -> key.keyId().equalsIgnoreCase(id))
              .findFirst()
              .orElseGet(() -> read(one, id.isEmpty() ? nextId.get() : id)));
    }
    return keys;
  }

  private static KeyCredential read(JsonNode json, String id) {
    if (!json.path("type").asText().equals("AsymmetricX509Cert")
        || !json.path("usage").asText().equals("Verify")) {
      throw GraphRefusedException.badRequest(
          "The emulator takes key credentials of type AsymmetricX509Cert with usage Verify only.");
    }
    X509Certificate certificate = certificate(GraphBody.required(json, "key", "KeyCredential"));
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    Instant startsAt = GraphBody.instant(json, "startDateTime").orElse(from);
    Instant endsAt = GraphBody.instant(json, "endDateTime").orElse(until);
    if (startsAt.isBefore(from) || endsAt.isAfter(until) || !endsAt.isAfter(startsAt)) {
      throw GraphRefusedException.badRequest("Key credential end date is invalid.");
    }
    return new KeyCredential(
        id,
        GraphBody.text(json, "displayName")
            .orElseGet(() -> certificate.getSubjectX500Principal().getName()),
        startsAt,
        endsAt,
        GraphBody.text(json, "customKeyIdentifier")
            .orElseGet(
                () ->
                    Base64.getEncoder().encodeToString(KeyCredential.digest(certificate, "SHA-1"))),
        certificate);
  }

  private static X509Certificate certificate(String base64) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
    } catch (CertificateException | IllegalArgumentException e) {
      throw GraphRefusedException.badRequest("Key credential has an invalid key.");
    }
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The certificate was read from its encoded form.", e);
    }
  }
}
