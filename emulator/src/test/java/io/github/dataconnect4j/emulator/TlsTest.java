package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @AfterEach
  void putBack() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en-US", "tr-TR", "ar-EG", "fa-IR", "th-TH-u-ca-buddhist", "ja-JP-u-ca-japanese"})
  void isMadeInEveryLocaleAndLeavesItAsItWas(String tag) throws Exception {
    Locale locale = Locale.forLanguageTag(tag);
    Locale.setDefault(Locale.Category.FORMAT, locale);

    Tls tls = Tls.create();

    tls.authority().checkValidity();
    assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(locale);
  }
}
