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
    tree.put("nothing", null);

    assertThat(JsonTree.read(JsonTree.write(tree))).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "<html>", "7"})
  void isAnObjectOrAFailure(String text) {
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> JsonTree.read(text));
  }
}
