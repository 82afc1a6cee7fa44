package io.github.dataconnect4j.emulator.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ODataFilterTest {

  private static final JsonNode ADELE =
      json(
          """
          {"id":"1","displayName":"Adele O'Neill","department":"Finance","accountEnabled":true,
           "jobTitle":null,"level":7,"tags":["gdc","mail (old)"],
           "skus":[{"skuId":"E5"}],"nested":{"inner":"deep"}}
          """);

  @Nested
  class Matches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "department eq 'Finance'",
          "Department eq 'finance'",
          "  department   EQ 'Finance'  ",
          "displayName eq 'Adele O''Neill'",
          "department ne 'Sales'",
          "jobTitle eq null",
          "unheardOf eq null",
          "jobTitle ne 'Director'",
          "accountEnabled eq true",
          "level eq 7",
          "department in ('Sales','Finance')",
          "department in ('Finance')",
          "startswith(displayName,'adele')",
          "startswith(displayName, 'Adele O''')",
          "tags/any(t:t eq 'gdc')",
          "tags/any(t: t eq 'mail (old)')",
          "tags/any(t:startswith(t,'mail'))",
          "tags/any(t:t eq 'nothing' or t eq 'gdc')",
          "tags/any()",
          "skus/any(s:s/skuId eq 'e5')",
          "tags/any(t:t eq 'gdc' and department eq 'Finance')",
          "nested/inner eq 'deep'",
          "not (department eq 'Sales')",
          "not startswith(displayName,'B')",
          "department eq 'Sales' or accountEnabled eq true",
          "department eq 'Sales' and level eq 1 or accountEnabled eq true",
          "accountEnabled eq true or department eq 'Sales' and level eq 1",
          "(department eq 'Finance' or level eq 1) and not (jobTitle eq 'x')",
        })
    void whatIsTrue(String filter) {
      assertThat(ODataFilter.parse(filter).matches(ADELE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "department eq 'Sales'",
          "department ne 'finance'",
          "department eq null",
          "accountEnabled eq 'true'",
          "level eq '7'",
          "accountEnabled eq false",
          "jobTitle in ('a','b')",
          "startswith(jobTitle,'a')",
          "startswith(displayName,'dele')",
          "tags eq 'gdc'",
          "tags/any(t:t eq 'mail')",
          "department/any()",
          "unheardOf/any(t:t eq 'x')",
          "(accountEnabled eq true or department eq 'Sales') and level eq 1",
          "not department eq 'Finance'",
        })
    void whatIsFalse(String filter) {
      assertThat(ODataFilter.parse(filter).matches(ADELE)).isFalse();
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "department gt 'A' | The operator 'gt' is not supported",
          "endswith(mail,'.com') | The function 'endswith' is not supported",
          "tags/all(t:t eq 'x') | The operator 'all' is not supported",
          "department eq Finance | The value 'Finance' is not supported",
          "'Finance' eq department | ''Finance'' is not the name",
          "tags/any(t eq 'x') | 't' is not of the form t:t",
          "department eq 'Fin | ''Fin' cannot be read",
          "department eq | It ends too early",
          "(department eq 'a' | ')' is missing before the end",
          "department in ('a' 'b') | ')' is missing before ''b''",
          "department eq 'a' department eq 'b' | 'department' is not expected there",
          "owners/$count eq 0 | '$count' is not the name",
          "department eq 'a' & 'b' | '& 'b'' cannot be read",
        })
    void whatItCannotRead(String filter, String reason) {
      assertThatThrownBy(() -> ODataFilter.parse(filter))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The filter \"" + filter + "\" is not usable: ")
          .hasMessageContaining(reason);
    }

    @Test
    void anEmptyFilter() {
      assertThatThrownBy(() -> ODataFilter.parse(" "))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("It ends too early.");
    }

    @Test
    void nestingThatWouldEatTheStack() {
      assertThatThrownBy(() -> ODataFilter.parse("(".repeat(100_000)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nested deeper than 50 levels");
    }
  }

  @Test
  void takesAsManyTermsAsAreGiven() {
    String longOne = "department eq 'Sales'" + " or department eq 'Sales'".repeat(20_000);

    assertThat(ODataFilter.parse(longOne).matches(ADELE)).isFalse();
    assertThat(ODataFilter.parse(longOne + " or level eq 7").matches(ADELE)).isTrue();
  }

  @Test
  void namesThePropertiesThatItAsksAbout() {
    assertThat(
            ODataFilter.parse(
                    "Department eq 'a' and (skus/any(s:s/skuId eq 'b') or startswith(mail,'c'))")
                .properties())
        .containsExactlyInAnyOrder("department", "skus", "mail");
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
