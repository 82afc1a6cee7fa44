package io.github.dataconnect4j.emulator.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

  private static final String GROUP = "/subscriptions/s/resourceGroups/rg";
  private final ObjectNode variables =
      Json.object()
          .put("a", "[concat(variables('b'), '!')]")
          .put("b", "b")
          .put("c", "[variables('c')]");
  private final Evaluation evaluation =
      new Evaluation(
          new Target(
              "s",
              "t",
              Json.object().put("id", GROUP).put("name", "rg").put("location", "westeurope"),
              "d"),
          variables,
          (name, arguments) -> {
            throw InvalidTemplate.because(name + " is not known");
          });

  private String value(String text) {
    return TemplateFunctions.text(evaluation.evaluate(TextNode.valueOf(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain | plain",
        "[[not an expression] | [not an expression]",
        "[concat('it''s ', 1)] | it's 1",
        "[variables('A')] | b!",
        "[resourceGroup().location] | westeurope",
        "[subscription().tenantId] | t",
        "[deployment().name] | d",
        "[resourceId('N.S/as/bs', 'x', 'y')] | " + GROUP + "/providers/N.S/as/x/bs/y",
        "[resourceId('N.S/as/', 'x')] | " + GROUP + "/providers/N.S/as/x",
        "[resourceId('other', 'N.S/as', 'x')] | /subscriptions/s/resourceGroups/other/providers/N.S/as/x",
        "[subscriptionResourceId('N.S/as', 'x')] | /subscriptions/s/providers/N.S/as/x",
        "[extensionResourceId('/z', 'N.S/as', 'x')] | /z/providers/N.S/as/x",
        "[split('a?b', '?')[1]] | b",
        "[format('{0}-{1}-{{0}', 'a', 2)] | a-2-{0}",
        "[if(equals(1, 1), 'yes', nothing())] | yes",
        "[and(true(), not(false()))] | True",
        "[or(false(), contains('abc', 'b'))] | True",
        "[toLower(replace('A-B', '-', '+'))] | a+b",
        "[substring('abcd', 1, 2)] | bc",
        "[length(createArray('a', 'b'))] | 2",
        "[json('{~a~:{~b~:[5]}}').A.b[0]] | 5",
        "[coalesce(null(), 'x')] | x",
        "[string(add(2, 3))] | 5",
        "[join(createArray('a','b'), ',')] | a,b",
        "[padLeft('7', 3, '0')] | 007",
      })
  void givesValues(String text, String value) {
    assertThat(value(text.replace('~', '"'))).isEqualTo(value);
  }

  @Test
  void hashesTheSameTextTheSameWay() {
    assertThat(value("[uniqueString('a')]"))
        .matches("[a-z2-7]{13}")
        .isEqualTo(value("[uniqueString('a')]"))
        .isNotEqualTo(value("[uniqueString('a', 'b')]"));
    assertThat(value("[guid('a')]"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(value("[guid('a')]"));
  }

  @Test
  void replacesExpressionsAnywhereInATree() {
    ObjectNode tree = Json.object().put("[concat('k', 'ey')]", "[concat('v', 'alue')]");
    tree.putArray("list").add("[deployment().name]").add(1);

    assertThat(evaluation.evaluate(tree).toString())
        .isEqualTo("{\"key\":\"value\",\"list\":[\"d\",1]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[nothing()] | nothing is not known",
        "[variables('c')] | The template variable 'c' refers to itself in a circle",
        "[int('x')] | its arguments are not valid",
        "[substring('a', 5)] | its arguments are not valid",
        "[div(1, 0)] | its arguments are not valid",
        "[word] | 'word' is no function call",
        "[concat('a')x] | is not expected",
        "[concat('a)] | a text is not closed",
        "[resourceId('N.S/as', 'x', 'y')] | incorrect segment lengths",
      })
  void refusesWhatItCannotEvaluate(String text, String why) {
    assertThatThrownBy(() -> value(text))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[if(true())]",
        "[if()]",
        "[parameters()]",
        "[variables()]",
        "[extensionResourceId()]",
        "[first('')]"
      })
  void refusesMissingArguments(String text) {
    assertThatThrownBy(() -> value(text))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("its arguments are not valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[padLeft('7', 2147483647, '0')]",
        "[replace('aaaaaaaaaa', 'a', padLeft('', 1000000, 'b'))]",
        "[format('{0}{0}{0}{0}{0}', padLeft('', 1000000, 'b'))]",
        "[join(createArray('', '', '', '', '', ''), padLeft('', 1000000, 'b'))]",
        "[concat(padLeft('', 3000000, 'b'), padLeft('', 3000000, 'b'))]"
      })
  void refusesValuesThatWouldEatTheMemory(String text) {
    assertThatThrownBy(() -> value(text))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("its values have more than 4194304 characters");
  }

  @Test
  void refusesVariablesThatDoubleEachOther() {
    variables.put("v0", "[createArray('aaaaaaaaaa')]");
    for (int i = 1; i <= 60; i++) {
      variables
          .putArray("v" + i)
          .add("[variables('v" + (i - 1) + "')]")
          .add("[variables('v" + (i - 1) + "')]");
    }

    assertThatThrownBy(() -> value("[string(variables('v60'))]"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("its values have more than 4194304 characters");
  }

  @Test
  void refusesVariablesThatWouldEatTheStack() {
    variables.put("w0", "end");
    for (int i = 1; i <= 1000; i++) {
      variables.put("w" + i, "[variables('w" + (i - 1) + "')]");
    }

    assertThatThrownBy(() -> value("[variables('w1000')]"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("nested deeper than 200 levels");
  }

  @Test
  void readsLongPathsAndRefusesLongerTexts() {
    assertThatThrownBy(() -> value("[resourceGroup()" + ".a".repeat(5000) + "]"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("property 'a' doesn't exist");
    assertThatThrownBy(() -> value("[concat('" + "a".repeat(25_000) + "')]"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("it has 25010 characters, more than the 24576 allowed");
  }

  @Test
  void refusesNestingThatWouldEatTheStack() {
    assertThatThrownBy(() -> value("[" + "not(".repeat(5000) + "]"))
        .isInstanceOf(ServiceError.class)
        .hasMessageContaining("nested deeper than 100 levels");
  }
}
