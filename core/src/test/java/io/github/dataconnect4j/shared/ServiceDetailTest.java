package io.github.dataconnect4j.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceDetailTest {

  @Nested
  class WhatIsWritten {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "sender, receivedDateTime",
          "(a) [b] {c}",
          "a; authorized: b)",
          "'single' \"double\" `back`",
          "a,b,,c",
          ",Source=Microsoft.DataTransfer.ClientLibrary,'",
          "Message=x,Source=y",
          "Zoë Ωmega 日本語 😀",
          "one\ntwo\r\nthree\ttabbed",
          "1 + 1 = 2 & 100% of %41 %2B +",
          "https://mgdcdata.blob.core.windows.net/m365/mail?x=%20y#z",
          "(APP_DENIED; requested: x; authorized: y)",
          "\\u0041 \\n \0"
        })
    void isReadBackToTheLetter(String hostile) {
      Verdict verdict =
          new Verdict(
              List.of(
                  new Violation(RuleCode.COLUMNS_NOT_AUTHORIZED, hostile, "plain"),
                  new Violation(RuleCode.SCOPE_MISMATCH, "plain", hostile)));

      String detail = ServiceDetail.write(verdict);

      assertThat(ServiceDetail.read(detail)).isEqualTo(verdict);
      assertThat(ServiceDetail.read("noise (" + detail + ") noise")).isEqualTo(verdict);
      assertThat(detail).doesNotContain(",Source=").doesNotContain("\n").doesNotContain("'");
    }

    @Test
    void isReadBackWhateverTheCharacters() {
      Random chance = new Random(11);
      for (int i = 0; i < 500; i++) {
        String asked =
            chance
                .ints(12, 1, 0x2100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Verdict verdict = new Verdict(List.of(new Violation(RuleCode.APP_DENIED, asked, asked)));

        assertThat(ServiceDetail.read(ServiceDetail.write(verdict))).isEqualTo(verdict);
      }
    }

    @ParameterizedTest
    @EnumSource(RuleCode.class)
    void tellsEachRuleInWordsAndByCode(RuleCode code) {
      Verdict verdict = new Verdict(List.of(new Violation(code, "this", "that")));

      assertThat(ServiceDetail.write(verdict))
          .isEqualTo(code.headline() + " (" + code + "; requested: this; authorized: that)");
    }

    @Test
    void listsAllInOrder() {
      List<Violation> all = new ArrayList<>();
      for (RuleCode code : RuleCode.values()) {
        all.add(new Violation(code, "asked " + code, "approved " + code));
      }

      assertThat(ServiceDetail.read(ServiceDetail.write(new Verdict(all))).violations())
          .isEqualTo(all);
    }
  }

  @Nested
  class WhatTheServiceWrites {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The following requested columns were not consented to for data set: body, flag",
          "The following requested columns were not consented to for data: body, flag",
          "Invalid requested columns. The following requested columns were not consented to for"
              + " dataset BasicDataSet_v0.Message_v1: body, flag',and more"
        })
    void namesTheColumns(String detail) {
      assertThat(ServiceDetail.read(detail).violations())
          .containsExactly(
              new Violation(RuleCode.COLUMNS_NOT_AUTHORIZED, "body, flag", "not told"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The following requested columns were not consented to for data…",
          "The following requested columns were not consented to for data:",
          "The following requested columns were not consented to for data\nset"
        })
    void mayLeaveTheColumnsOut(String detail) {
      assertThat(ServiceDetail.read(detail).violations())
          .containsExactly(new Violation(RuleCode.COLUMNS_NOT_AUTHORIZED, "not told", "not told"));
    }

    @Test
    void isConsentNotFoundWhereThereIsNone() {
      assertThat(ServiceDetail.read("Error: ConsentNotFound.").violations())
          .containsExactly(new Violation(RuleCode.APP_NOT_FOUND, "not told", "nothing"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "Group Expansion Failed. Please contact us for support.",
          "(NO_SUCH_RULE; requested: a; authorized: b)",
          "(APP_DENIED; requested: a)"
        })
    void mayTellOfNoRuleThatWeKnow(String detail) {
      assertThat(ServiceDetail.read(detail).isAllowed()).isTrue();
    }

    @Test
    void mayHoldSignsThatOursNeverDoes() {
      assertThat(
              ServiceDetail.read("(SCOPE_MISMATCH; requested: 100%; authorized: %zz)").violations())
          .containsExactly(new Violation(RuleCode.SCOPE_MISMATCH, "100%", "%zz"));
    }
  }
}
