package io.github.dataconnect4j.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How the application of a landing signs in when a pipeline runs: to Microsoft 365, and to the
 * storage account.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public sealed interface AppCredential {

  /**
   * A client secret that applying the landing adds to the application and hands to both linked
   * services; nobody else sees it. It is valid for 180 days, and applying again renews it on the
   * last of them. The default.
   */
  static AppCredential clientSecret() {
    return new ClientSecret();
  }

  /**
   * A certificate for Microsoft 365. Applying the landing registers its public part with the
   * application and embeds the file, private key included, in the linked service.
   *
   * <p><b>The storage account still gets a client secret</b>, made as {@link #clientSecret()} says:
   * the pages of the Azure Blob Storage and Data Lake Storage Gen2 connectors take a certificate
   * from a Key Vault only, and the Azure SDK has no property for it on Blob at all. The linked
   * service to Microsoft 365 holds the same secret beside its certificate: the connector's page (of
   * April 2025) does not ask for it there, the REST description and the Azure SDK do. Which of the
   * two a run really needs is not known.
   *
   * @param pkcs12 a PKCS #12 file ({@code .pfx}, {@code .p12}) with one RSA key and its
   *     certificate; it is read now, and sent as it is
   * @param password the file's password
   * @throws IllegalArgumentException if the file cannot be read, or holds anything else
   * @see <a
   *     href="https://learn.microsoft.com/azure/data-factory/connector-office-365#linked-service-properties">
   *     the connector for Microsoft 365</a>
   */
  static AppCredential certificate(Path pkcs12, Secret password) {
    return Certificate.read(pkcs12, password);
  }

  /**
   * A client secret that is kept in an Azure Key Vault. The linked services refer to it, through a
   * third one to the vault; this library never reads or writes a vault, and adds no secret to the
   * application.
   *
   * <p>Before a run can succeed, somebody must add a client secret to the application, put its
   * value into the vault under this name, and let the managed identity of the data factory or
   * workspace get secrets there.
   *
   * @param vault such as {@code https://contoso.vault.azure.net}
   * @param secretName the secret's name; its latest version is used
   * @throws IllegalArgumentException if either has another form
   * @see <a href="https://learn.microsoft.com/azure/data-factory/store-credentials-in-key-vault">
   *     Store credentials in Azure Key Vault</a>
   */
  static AppCredential keyVaultSecret(URI vault, String secretName) {
    return new KeyVaultSecret(vault, secretName);
  }

  /** Whether applying the landing makes a client secret. */
  boolean takesClientSecret();

  /** A client secret of the library's own. */
  record ClientSecret() implements AppCredential {
    @Override
    public boolean takesClientSecret() {
      return true;
    }

    @Override
    public String toString() {
      return "client secret";
    }
  }

  /**
   * A reference into a Key Vault.
   *
   * @param vault the vault, without a closing slash
   * @param secretName the secret's name
   */
  record KeyVaultSecret(URI vault, String secretName) implements AppCredential {

    public KeyVaultSecret {
      String path = vault.getPath() == null ? "" : vault.getPath();
      if (!"https".equalsIgnoreCase(vault.getScheme())
          || vault.getHost() == null
          || !path.matches("/?")
          || vault.getRawQuery() != null) {
        throw new IllegalArgumentException(
            "vault '"
                + vault
                + "' is not the address of a Key Vault, such as https://contoso.vault.azure.net."
                + " The secret's name goes into secretName.");
      }
      if (!secretName.matches("[0-9a-zA-Z-]{1,127}")) {
        // The text itself is not shown: it may be the secret's value.
        throw new IllegalArgumentException(
            "secretName has "
                + secretName.length()
                + " characters and must be 1 to 127 letters, digits or hyphens: the secret's name"
                + " in the vault, never its value.");
      }
      vault = URI.create(vault.toString().replaceFirst("/$", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean takesClientSecret() {
      return false;
    }

    @Override
    public String toString() {
      return "secret '" + secretName + "' of " + vault;
    }
  }

  /** A certificate with its private key, as a PKCS #12 file holds them. */
  final class Certificate implements AppCredential {

    private final X509Certificate x509;
    private final Secret pkcs12;
    private final Secret password;

    private Certificate(X509Certificate x509, Secret pkcs12, Secret password) {
      this.x509 = x509;
      this.pkcs12 = pkcs12;
      this.password = password;
    }

    private static Certificate read(Path file, Secret password) {
      Objects.requireNonNull(password, "password");
      try {
        byte[] content = Files.readAllBytes(file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password.reveal().toCharArray());
        return new Certificate(
            onlyCertificate(store, file),
            Secret.of(Base64.getEncoder().encodeToString(content)),
            password);
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalArgumentException(
            "pkcs12 '"
                + file
                + "' cannot be read: "
                + e.getMessage()
                + ". Give a PKCS #12 file (.pfx, .p12) and its password.",
            e);
      }
    }

    private static X509Certificate onlyCertificate(KeyStore store, Path file)
        throws GeneralSecurityException {
      List<X509Certificate> found = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate one) {
          found.add(one);
        }
      }
      // Source: "Create a self-signed public certificate", learn.microsoft.com/entra.
      if (found.size() != 1 || !found.get(0).getPublicKey().getAlgorithm().equals("RSA")) {
        throw new IllegalArgumentException(
            "pkcs12 '"
                + file
                + "' has "
                + found.size()
                + " private keys with a certificate. Give a file with exactly one, an RSA key:"
                + " Microsoft Entra takes no other.");
      }
      return found.get(0);
    }

    @Override
    public boolean takesClientSecret() {
      return true;
    }

    /** The public part. */
    public X509Certificate x509() {
      return x509;
    }

    /** The SHA-1 of the public part in upper-case hexadecimal, as Microsoft Entra shows it. */
    public String thumbprint() {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(x509.getEncoded());
        return HexFormat.of().withUpperCase().formatHex(digest);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java platform has SHA-1", e);
      }
    }

    /** The whole file in base64. */
    public Secret pkcs12() {
      return pkcs12;
    }

    /** The file's password. */
    public Secret password() {
      return password;
    }

    @Override
    public String toString() {
      return "certificate " + thumbprint();
    }
  }
}
