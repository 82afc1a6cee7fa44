package io.github.dataconnect4j.azure.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  @Test
  void comesBackAsItWas() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("text", "\u00e4\"@{x}");
    tree.put("list", List.of(1, true, Map.of("a", "b")));

    assertThat(JsonTree.read(JsonTree.write(tree))).isEqualTo(tree);
  }

  @Test
  void keepsNumbersToTheLastDigit() {
    String json =
        "{\"a\":0.12345678901234567890,\"b\":12345678901234567890123,\"c\":1.10,\"d\":-7,\"e\":1E+400}";

    assertThat(JsonTree.write(JsonTree.read(json))).isEqualTo(json);
  }

  @Test
  void takesNullForAbsentExceptInLists() {
    assertThat(JsonTree.write(JsonTree.read("{\"a\":null,\"b\":{\"c\":null},\"d\":[null]}")))
        .isEqualTo("{\"b\":{},\"d\":[null]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"a\":[1", "<html>", "7"})
  void isAnObjectOrAFailure(String text) {
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> JsonTree.read(text));
  }
}
