package io.github.dataconnect4j.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.KeyCredential;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCredentialsTest {

  private static final String DIGEST = "0123456789ABCDEF0123456789ABCDEF01234567";

  @Test
  void readsTheThumbprintInEitherForm() {
    KeyCredential binary = new KeyCredential();
    binary.setCustomKeyIdentifier(HexFormat.of().parseHex(DIGEST));
    KeyCredential hexadecimal = new KeyCredential();
    hexadecimal.setCustomKeyIdentifier(Base64.getDecoder().decode(DIGEST));

    assertThat(KeyCredentials.thumbprints(List.of(binary))).containsExactly(DIGEST);
    assertThat(KeyCredentials.thumbprints(List.of(hexadecimal))).containsExactly(DIGEST);
    assertThat(KeyCredentials.thumbprints(List.of(new KeyCredential()))).isEmpty();
    assertThat(KeyCredentials.thumbprints(null)).isEmpty();
  }
}
