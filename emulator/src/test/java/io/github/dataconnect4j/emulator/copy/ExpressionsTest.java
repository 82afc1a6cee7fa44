package io.github.dataconnect4j.emulator.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private static final Expressions EXPRESSIONS =
      new Expressions(
          Map.of(
              "pipeline",
              json("{'parameters':{'start':'2026-01-01','n':7,'groups':['a','b']},'RunId':'r1'}"),
              "dataset",
              json("{'folder':'mail'}")));

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode evaluate(String text) {
    return EXPRESSIONS.evaluate(Json.object().textNode(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "plain text|plain text",
        "a@b.com|a@b.com",
        "@@not|@not",
        "@pipeline().parameters.start|2026-01-01",
        "@pipeline().Parameters['start']|2026-01-01",
        "@pipeline().RunId|r1",
        "@dataset().folder|mail",
        "@concat('it''s ', dataset().folder, '/', pipeline().parameters.n)|it's mail/7",
        "mail/@{pipeline().RunId}/x@{pipeline().parameters.n}|mail/r1/x7",
        "@{dataset().folder}|mail",
        "x@@{y|x@{y",
        "@formatDateTime('2026-02-03T04:05:06.1234567Z','yyyy-MM-ddTHH:mm:ssZ')|2026-02-03T04:05:06Z",
        "@formatDateTime('2026-02-03')|2026-02-03T00:00:00.0000000Z",
        "@pipeline().parameters.groups[1]|b",
      })
  void giveTexts(String expression, String value) {
    assertThat(evaluate(expression).asText()).isEqualTo(value);
  }

  @Test
  void keepTheTypeOfAValue() {
    assertThat(evaluate("@pipeline().parameters.n").isIntegralNumber()).isTrue();
    assertThat(evaluate("@pipeline().parameters.groups")).isEqualTo(json("['a','b']"));
    assertThat(evaluate("@createArray('x', 1, true)")).hasToString("[\"x\",1,true]");
  }

  @Test
  void areFoundAnywhereInATree() {
    JsonNode tree =
        json("{'a':[{'b':{'type':'Expression','value':'@pipeline().RunId'}}],'c':1,'d':'@@x'}");

    assertThat(EXPRESSIONS.evaluate(tree)).isEqualTo(json("{'a':[{'b':'r1'}],'c':1,'d':'@x'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@utcnow()", "@toLower('A')", "@variables('x')", "@linkedService().x", "@x"})
  void refuseWhatTheEmulatorDoesNotKnow(String expression) {
    assertThatExceptionOfType(CopyFailure.class)
        .isThrownBy(() -> evaluate(expression))
        .withMessageContaining("The emulator does not support")
        .withMessageContaining(expression)
        .satisfies(failure -> assertThat(failure.failure().code()).isEqualTo("BadRequest"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "@pipeline().parameters.other|property 'other' doesn't exist, available properties are 'start, n, groups'",
        "@concat('a'|')' is missing",
        "@concat('a|a text is not closed",
        "a@{dataset().folder|'}' is missing",
        "@|it ends too early",
      })
  void refuseWhatIsWrong(String expression, String why) {
    assertThatExceptionOfType(CopyFailure.class)
        .isThrownBy(() -> evaluate(expression))
        .withMessageContaining(why);
  }

  @Test
  void refuseWhatWouldEatTheStackOrTheMemory() {
    assertThatExceptionOfType(CopyFailure.class)
        .isThrownBy(() -> evaluate("@" + "concat(".repeat(1000)))
        .withMessageContaining("it is nested deeper than 100 levels");
    assertThatExceptionOfType(CopyFailure.class)
        .isThrownBy(() -> evaluate("@concat('" + "a".repeat(9000) + "')"))
        .withMessageContaining("it has 9011 characters, more than the 8192 allowed")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(500));
    JsonNode tree = Json.object().textNode("@pipeline().RunId");
    for (int i = 0; i < 900; i++) {
      tree = Json.array().add(tree);
    }
    JsonNode deep = tree;
    assertThatExceptionOfType(CopyFailure.class)
        .isThrownBy(() -> EXPRESSIONS.evaluate(deep))
        .withMessageContaining("it is nested deeper than 200 levels");
  }
}
