package io.github.dataconnect4j.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTokenTest {

  @Test
  void knowsAProgramByItsTokenType() {
    assertThat(read("{\"tid\":\"t\",\"oid\":\"o\",\"idtyp\":\"app\",\"appid\":\"client\"}"))
        .isEqualTo(new Caller(Caller.Kind.SERVICE_PRINCIPAL, "t", "o", "client"));
  }

  @Test
  void knowsAPersonByTheirName() {
    assertThat(read("{\"tid\":\"t\",\"oid\":\"o\",\"appid\":\"cli\",\"upn\":\"ada@contoso.com\"}"))
        .isEqualTo(new Caller(Caller.Kind.USER, "t", "o", "ada@contoso.com"));
  }

  @Test
  void knowsAPersonWithoutANameByTheDelegatedScope() {
    assertThat(read("{\"tid\":\"t\",\"oid\":\"o\",\"appid\":\"cli\",\"scp\":\"user\"}"))
        .isEqualTo(new Caller(Caller.Kind.USER, "t", "o", "o"));
  }

  @Test
  void takesATokenOfNeitherForAProgram() {
    assertThat(read("{\"tid\":\"t\",\"oid\":\"o\",\"azp\":\"client\"}"))
        .isEqualTo(new Caller(Caller.Kind.SERVICE_PRINCIPAL, "t", "o", "client"));
  }

  @ParameterizedTest
  @CsvSource({
    "very-secret-opaque-token, opaque",
    "very.secret.token.parts, opaque",
    "e30.*secret*.sig, opaque",
    "e30.e30.sig, no claim 'tid'"
  })
  void saysWhatATokenLacksWithoutShowingIt(String token, String reason) {
    assertThatThrownBy(() -> CallerToken.read(token))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("Could not tell who the credential stands for: ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining(token);
  }

  private static Caller read(String claims) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return CallerToken.read("e30." + payload + ".sig");
  }
}
