package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.AppCredential.KeyVaultSecret;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an app's linked services sign in, in the JSON of Data Factory and Synapse: once as it is
 * sent, once as it is seen afterwards, without what the service keeps to itself.
 *
 * <p>Shapes: the connectors' pages, and "Store credentials in Azure Key Vault".
 */
final class SignInJson {

  /** What the annotation with the key id of the client secret begins with. */
  static final String SECRET = Artifact.OURS + ".secret=";

  private static final String CERTIFICATE = Artifact.OURS + ".certificate=";
  private static final String KEY = "servicePrincipalKey";
  private static final String TYPE = "servicePrincipalCredentialType";
  private static final String EMBEDDED = "servicePrincipalEmbeddedCert";
  private static final String PASSWORD = "servicePrincipalEmbeddedCertPassword";

  private final String app;
  private final AppCredential credential;
  private final String keyId;
  private final @Nullable Secret secret;
  private final boolean sent;

  private SignInJson(
      String app, AppCredential credential, String keyId, @Nullable Secret secret, boolean sent) {
    this.app = app;
    this.credential = credential;
    this.keyId = keyId;
    this.secret = secret;
    this.sent = sent;
  }

  static SignInJson sent(String app, SignIn signIn) {
    return new SignInJson(
        app,
        signIn.credential(),
        signIn.secret().map(added -> added.entry().keyId()).orElse(""),
        signIn.secret().map(AddedSecret::value).orElse(null),
        true);
  }

  /**
   * @param keyId of the client secret; not looked at for a credential that takes none
   */
  static SignInJson seen(String app, AppCredential credential, String keyId) {
    return new SignInJson(app, credential, keyId, null, false);
  }

  /** The same as it is seen once it is sent. */
  SignInJson seen() {
    return new SignInJson(app, credential, keyId, null, false);
  }

  /** The properties of the linked service to Microsoft 365. */
  Map<String, @Nullable Object> office() {
    Map<String, @Nullable Object> properties = storage(KEY);
    if (credential instanceof Certificate certificate) {
      properties.put(TYPE, "ServicePrincipalCert");
      if (sent) {
        properties.put(EMBEDDED, secureString(certificate.pkcs12()));
        properties.put(PASSWORD, secureString(certificate.password()));
      }
    } else if (sent) {
      // What a certificate left behind.
      properties.put(TYPE, null);
      properties.put(EMBEDDED, null);
      properties.put(PASSWORD, null);
    }
    return properties;
  }

  /** The properties of the linked service to the storage account, whose key has that name. */
  Map<String, @Nullable Object> storage(String key) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (credential instanceof KeyVaultSecret vault) {
      properties.put(
          key,
          Map.of(
              "type", "AzureKeyVaultSecret",
              "store",
                  Map.of(
                      "type",
                      "LinkedServiceReference",
                      "referenceName",
                      ArtifactNames.keyVault(app)),
              "secretName", vault.secretName()));
    } else if (secret != null) {
      properties.put(key, secureString(secret));
    }
    if (sent) {
      // What the service made of the secret before. It must not outlive it.
      properties.put("encryptedCredential", null);
    }
    return properties;
  }

  /** The annotations of the linked service to Microsoft 365. */
  List<String> officeMarks() {
    List<String> marks = new ArrayList<>(storageMarks());
    if (credential instanceof Certificate certificate) {
      marks.add(CERTIFICATE + certificate.thumbprint());
    }
    return marks;
  }

  /** The annotations of the linked service to the storage account. */
  List<String> storageMarks() {
    return credential.takesClientSecret() ? List.of(SECRET + keyId) : List.of();
  }

  /** The vault that the others refer to; empty for a credential that has none. */
  List<Artifact> vault(List<String> annotations) {
    if (!(credential instanceof KeyVaultSecret vault)) {
      return List.of();
    }
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("type", "AzureKeyVault");
    properties.put("annotations", annotations);
    properties.put("typeProperties", Map.of("baseUrl", vault.vault() + "/"));
    return List.of(
        new Artifact(ArtifactKind.LINKED_SERVICE, ArtifactNames.keyVault(app), properties));
  }

  private static Map<String, String> secureString(Secret secret) {
    return Map.of("type", "SecureString", "value", secret.reveal());
  }
}
