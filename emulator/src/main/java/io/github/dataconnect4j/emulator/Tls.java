package io.github.dataconnect4j.emulator;

import java.security.cert.X509Certificate;
import java.util.Calendar;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate authority of the emulator's own, made at its start, valid for two days, kept
 * nowhere and trusted by nobody who is not handed it.
 *
 * @param authority the authority's certificate
 * @param context what the server speaks TLS with
 */
record Tls(X509Certificate authority, SSLContext context) {

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
            .duration(2, TimeUnit.DAYS)
            .build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .signedBy(authority)
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .duration(2, TimeUnit.DAYS)
            .build();
    SSLContext context =
        new HandshakeCertificates.Builder()
            .heldCertificate(server, authority.certificate())
            .build()
            .sslContext();
    return new Tls(authority.certificate(), context);
  }
}
