package io.github.dataconnect4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/v1.0/users/ana@contoso.com/manager /v1.0/users/…@…/manager",
        "/v1.0/users/ana%40contoso.com /v1.0/users/…@…",
        "/v1.0/users('ana@contoso.com') /v1.0/users('…@…')",
        "/a/b?comp=list&restype=container&prefix=ana /a/b?comp=list&restype=container&prefix=…",
        "/a?sig=abc&%24top=5&x /a?sig=…&%24top=5&…",
        "/a?api-version=2018-06-01 /a?api-version=2018-06-01"
      })
  void showsNeitherPeopleNorSecrets(String target, String shown) {
    assertThat(History.redacted(target)).isEqualTo(shown);
  }

  @Test
  void tellsOfUnknownRoutesFirstAndIsLimited() throws IOException {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.start()) {
      emulated
          .account()
          .okHttpClientFor("https://graph.microsoft.com", emulated.emulator().cloud().graph())
          .newCall(
              new okhttp3.Request.Builder()
                  .url(emulated.emulator().cloud().graph() + "/horoscopes?sign=leo")
                  .build())
          .execute()
          .close();
      for (int i = 0; i < 5; i++) {
        emulated.dataConnect().plan(emulated.landing());
      }

      assertThat(emulated.history())
          .contains("1 requests to unknown routes\n  ")
          .contains("(unknown to graph) GET /v1.0/horoscopes?sign=…")
          .hasSizeLessThanOrEqualTo(History.LONGEST + 2);
    }
  }
}
