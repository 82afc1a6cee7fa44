package io.github.dataconnect4j.emulator.entra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.directory.KeyCredential;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The JSON web token that an application signs with its certificate, instead of telling a secret.
 *
 * <p>Source: "Microsoft identity platform application authentication certificate credentials",
 * learn.microsoft.com/entra.
 */
final class ClientAssertion {

  private final JsonNode header;
  private final JsonNode claims;
  private final String signed;
  private final byte[] signature;

  private ClientAssertion(JsonNode header, JsonNode claims, String signed, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signed = signed;
    this.signature = signature;
  }

  /**
   * @throws IOException if it is no such token, or is signed otherwise than Entra takes
   */
  static ClientAssertion parse(String text) throws IOException {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IOException("It has " + parts.length + " parts, not three.");
    }
    try {
      ClientAssertion assertion =
          new ClientAssertion(
              Json.parse(decode(parts[0])),
              Json.parse(decode(parts[1])),
              parts[0] + "." + parts[1],
              decode(parts[2]));
      String algorithm = assertion.header.path("alg").asText();
      if (!algorithm.equals("RS256") && !algorithm.equals("PS256")) {
        throw new IOException("It is signed with '" + algorithm + "', not with RS256 or PS256.");
      }
      return assertion;
    } catch (IllegalArgumentException e) {
      throw new IOException("A part of it is not base64url.");
    }
  }

  String claim(String name) {
    return claims.path(name).asText();
  }

  /** A claim of the time, which counts seconds. */
  Instant time(String name) {
    return Instant.ofEpochSecond(claims.path(name).asLong());
  }

  /** How the header names the certificate; for messages. */
  String certificateName() {
    String digest = header.path("x5t").asText(header.path("x5t#S256").asText());
    try {
      return HexFormat.of().withUpperCase().formatHex(decode(urlSafe(digest)));
    } catch (IllegalArgumentException e) {
      return digest;
    }
  }

  /** Whether the header names a certificate, by either digest. */
  boolean names(X509Certificate certificate) {
    return isDigest("x5t", "SHA-1", certificate)
        || isDigest("x5t#S256", "SHA-256", certificate)
        || KeyCredential.thumbprint(certificate).equalsIgnoreCase(header.path("kid").asText());
  }

  private boolean isDigest(String field, String algorithm, X509Certificate certificate) {
    return urlSafe(header.path(field).asText())
        .equals(encode(KeyCredential.digest(certificate, algorithm)));
  }

  // MSAL for Java 1.26 writes plain base64 with padding where the standard wants base64url.
  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_').replace("=", "");
  }

  boolean isSignedBy(X509Certificate certificate) {
    try {
      Signature verifier = Signature.getInstance(algorithm());
      if (algorithm().equals("RSASSA-PSS")) {
        verifier.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private String algorithm() {
    return header.path("alg").asText().equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA";
  }

  private static byte[] decode(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static String encode(byte[] digest) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
