package io.github.dataconnect4j.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobContainerTest {

  private final BlobContainer container = BlobContainer.named("mgdcdata", "m365");

  @Test
  void beginsAtTheRoot() {
    assertThat(container.folder()).isEmpty();
    assertThat(container.under("mail").under("calendar").folder()).isEqualTo("calendar");
  }

  @Test
  void isOfBlobStorageUnlessItIsInADataLake() {
    assertThat(container.kind()).isEqualTo(StorageKind.BLOB);
    assertThat(BlobContainer.inDataLake("mgdcdata", "m365").under("mail"))
        .isEqualTo(new BlobContainer("mgdcdata", "m365", "mail", StorageKind.DATA_LAKE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "mail/2026", "a.b/c_d/e-f/g=h", "year=2026/.hidden", "A/Z/0"})
  void takesPlainFolders(String folder) {
    assertThat(container.under(folder).folder()).isEqualTo(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..", "a/../b", ".", "a/.", "a./b", "mail.", "%2e%2e", "a%2Fb", "a//b", "/mail", "mail/",
        "/", "a\\b", "a?b", "a#b", "a b", " ", "a\n", "ä", "a:b", "a*b", "a'b", "a+b"
      })
  void refusesFoldersThatReadDifferentlySomewhere(String folder) {
    assertThatThrownBy(() -> container.under(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Folder '" + folder + "'")
        .hasMessageContaining("write it as in 'mail/2026'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ab", "abcdefghijklmnopqrstuvwxy", "Data", "my-data", "data.", "dätä"})
  void refusesAccountsThatAzureRefuses(String account) {
    assertThatThrownBy(() -> BlobContainer.named(account, "m365"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Storage account '" + account + "' must be 3 to 24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "a--b", "-ab", "ab-", "M365", "m_365", "$web"})
  void refusesContainersThatAzureRefuses(String name) {
    assertThatThrownBy(() -> BlobContainer.named("mgdcdata", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Container '" + name + "' must be 3 to 63");
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertThatThrownBy(() -> new BlobContainer("X", "Y", "..", StorageKind.DATA_LAKE))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(
            text ->
                assertThat(text.lines())
                    .satisfiesExactly(
                        account -> assertThat(account).startsWith("Storage account 'X'"),
                        name -> assertThat(name).startsWith("Container 'Y'"),
                        folder -> assertThat(folder).startsWith("Folder '..'")));
  }
}
