package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private final Catalog catalog = Catalog.builtIn();

  @Test
  void holdsWhatItsSourceHolds() {
    assertThat(catalog.datasets()).hasSize(51).doesNotHaveDuplicates();
    assertThat(catalog.datasets().stream().mapToInt(one -> one.columns().size()).sum())
        .isEqualTo(1261);
    assertThat(catalog.datasets().stream().flatMap(one -> nested(one.columns())).count())
        .isEqualTo(1948);
    assertThat(catalog.systemColumns())
        .containsExactly("pAdditionalInfo", "datarow", "userrow", "pagerow", "rowinformation");
  }

  private static Stream<Column<?, ?>> nested(List<? extends Column<?, ?>> columns) {
    return columns.stream()
        .flatMap(column -> Stream.concat(Stream.of(column), nested(column.fields())));
  }

  @Test
  void namesEachColumnOnceAndItsOtherSpellingsApart() {
    for (Dataset<Row> dataset : catalog.datasets()) {
      assertThat(dataset.columns())
          .extracting(Column::name)
          .as("%s", dataset)
          .doesNotHaveDuplicates();
      assertThat(nested(dataset.columns()))
          .as("%s", dataset)
          .noneMatch(column -> column.spellings().contains(column.name()));
    }
  }

  @Nested
  class FindingADataset {

    @Test
    void succeedsByEachOfItsNames() {
      for (Dataset<Row> dataset : catalog.datasets()) {
        assertThat(catalog.dataset(dataset.name())).isSameAs(dataset);
        assertThat(catalog.dataset(dataset.shortName())).isSameAs(dataset);
        assertThat(dataset.aliases())
            .allSatisfy(alias -> assertThat(catalog.dataset(alias)).isSameAs(dataset));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "SentItems_v1, BasicDataSet_v0.SentItem_v1",
      "SentItems_v0, BasicDataSet_v0.SentItem_v0",
      "BasicDataSet_v0.SentItems_v1, BasicDataSet_v0.SentItem_v1",
      "Mailfolder_v0, BasicDataSet_v0.MailFolder_v0",
      "mailfolder_V2, BasicDataSet_v0.MailFolder_v2",
      "OneDriveSyncErrors_v1, BasicDataSet_v0.OneDriveSyncErrors_v0",
      "basicdataset_v0.message_v1, BasicDataSet_v0.Message_v1",
      "VivaInsightsDataset_v0, VivaInsightsDataSet_v0"
    })
    void succeedsByOtherSpellings(String asked, String name) {
      assertThat(catalog.dataset(asked).name()).isEqualTo(name);
    }

    @Test
    void keepsVersionsApart() {
      Dataset<Row> old = catalog.dataset("Message_v0");
      Dataset<Row> now = catalog.dataset("Message_v1");

      assertThat(old).isNotEqualTo(now);
      assertThat(old.hasColumn("Subject")).isTrue();
      assertThat(old.hasColumn("subject")).isFalse();
      assertThat(now.hasColumn("subject")).isTrue();
      assertThat(catalog.find("Message_v2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "Mesage_v1, Message_v1",
      "BasicDataSet_v0.Mesage_v1, Message_v1",
      "CalenderView_v0, CalendarView_v0",
      "SharepointSite_v1, SharePointSites_v1"
    })
    void namesTheNearestOfAnUnknownOne(String asked, String nearest) {
      assertThat(catalog.find(asked)).isEmpty();
      assertThatThrownBy(() -> catalog.dataset(asked))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Data Connect has no dataset '"
                  + asked
                  + "'. Did you mean '"
                  + nearest
                  + "'? Catalog.builtIn().datasets() lists all 51.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Weather", "Completely different"})
    void namesNothingThatIsNotNear(String asked) {
      assertThatThrownBy(() -> catalog.dataset(asked))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + asked + "'")
          .hasMessageNotContaining("Did you mean");
    }
  }
}
