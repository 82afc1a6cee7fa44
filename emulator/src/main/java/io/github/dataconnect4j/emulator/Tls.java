package io.github.dataconnect4j.emulator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Calendar;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate authority of the emulator's own, made at its start, valid for 90 days, kept nowhere
 * and trusted by nobody who is not handed it.
 *
 * @param authority the authority's certificate
 * @param context what the server speaks TLS with
 */
record Tls(X509Certificate authority, SSLContext context) {

  // An emulator that runs as a program of its own may do so for weeks.
  private static final long DAYS = 90;

  // The key never leaves memory. By default it is hashed 10,000 times in and as often out again,
  // which was half of a warm start.
  private static final String PROTECTION = "PBEWithHmacSHA256AndAES_256";
  private static final PBEParameterSpec ONCE =
      new PBEParameterSpec(new byte[20], 1, new IvParameterSpec(new byte[16]));

  static Tls create() {
    synchronized (Tls.class) {
      Locale usual = Locale.getDefault(Locale.Category.FORMAT);
      // okhttp-tls writes a certificate's dates in the machine's digits and calendar, and in
      // Arabic or Thai ones they are none: those machines get plain ones for this moment.
      boolean writesDates = writesDates(usual);
      if (!writesDates) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
      }
      try {
        return createNow();
      } finally {
        if (!writesDates) {
          Locale.setDefault(Locale.Category.FORMAT, usual);
        }
      }
    }
  }

  private static boolean writesDates(Locale locale) {
    return String.format(locale, "%d", 1970).equals("1970")
        && Calendar.getInstance(locale).getCalendarType().equals("gregory");
  }

  private static Tls createNow() {
    HeldCertificate authority =
        new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("DataConnect4J emulator")
            .duration(DAYS, TimeUnit.DAYS)
            .build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .signedBy(authority)
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .duration(DAYS, TimeUnit.DAYS)
            .build();
    return new Tls(authority.certificate(), context(server, authority.certificate()));
  }

  private static SSLContext context(HeldCertificate server, X509Certificate authority) {
    char[] password = new char[0];
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setEntry(
          "server",
          new KeyStore.PrivateKeyEntry(
              server.keyPair().getPrivate(),
              new X509Certificate[] {server.certificate(), authority}),
          new KeyStore.PasswordProtection(password, PROTECTION, ONCE));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      // No client is asked for a certificate: without a list, the JVM's own would be loaded.
      context.init(keys.getKeyManagers(), new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "This JVM cannot speak TLS with a certificate made here. Use one with PKCS12 and TLS.",
          e);
    }
  }
}
