package io.github.dataconnect4j.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  private final Secret secret = Secret.of("s3cr3t-value");

  @Test
  void isShownOnlyOnPurpose() {
    assertThat(secret.reveal()).isEqualTo("s3cr3t-value");
    assertThat(secret).hasToString("Secret[hidden]");
    assertThat(String.format(Locale.ROOT, "%s %S", secret, secret))
        .doesNotContainIgnoringCase("s3cr3t");
    assertThat("" + secret + List.of(secret)).doesNotContain("s3cr3t");
    assertThat(new AddedSecret(new SecretEntry("key-1", "", Instant.EPOCH), secret).toString())
        .contains("key-1")
        .doesNotContain("s3cr3t");
  }

  @Test
  void hasNothingThatASerializerWouldTake() {
    assertThat(secret).isNotInstanceOf(Serializable.class);
    assertThat(Secret.class.getFields()).isEmpty();
    assertThat(Secret.class.getDeclaredMethods())
        .extracting(Method::getName)
        .noneMatch(name -> name.startsWith("get"));
  }

  @Test
  void equalsNothingButItself() {
    assertThat(List.of(secret)).contains(secret);
    assertThat(secret).isNotEqualTo(Secret.of("s3cr3t-value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void isNotBlank(String value) {
    assertThatThrownBy(() -> Secret.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The secret is blank. Give the value itself, not its id.");
  }
}
