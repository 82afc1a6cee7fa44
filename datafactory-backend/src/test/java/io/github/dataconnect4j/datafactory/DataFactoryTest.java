package io.github.dataconnect4j.datafactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.spi.CloudAccount;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFactoryTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "m365-to-storage", "1a2", "A-B-C"})
  void takesTheNamesThatTheServiceTakes(String name) {
    assertThat(DataFactory.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "-abc", "abc-", "a--b", "a_b", "a b", "ä-factory", "abc\n"})
  void refusesOtherNamesAndSaysTheRule(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFactory.named(name))
        .withMessageContaining("'" + name + "'")
        .withMessageContaining("3 to 63 letters, digits and single hyphens");
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThat(DataFactory.named("a".repeat(63)).name()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> DataFactory.named("a".repeat(64)));
  }

  @Test
  void tellsWhatItIsAndNeeds() {
    DataFactory factory = DataFactory.named("m365");

    assertThat(factory.kind()).isEqualTo("Data Factory");
    assertThat(factory.providers()).containsExactly("Microsoft.DataFactory");
    assertThat(factory).hasToString("data factory m365");
  }

  @Test
  void refusesAnAccountOfAnotherCloud() {
    CloudAccount other =
        (CloudAccount)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CloudAccount.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("not asked: " + method);
                });

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataFactory.named("m365").connect(other, "rg"))
        .withMessageContaining("data factory 'm365' is reached through an AzureAccount");
  }
}
