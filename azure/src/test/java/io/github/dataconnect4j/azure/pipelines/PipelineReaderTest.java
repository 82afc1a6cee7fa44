package io.github.dataconnect4j.azure.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.Part.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelines as people and Microsoft's templates write them. */
class PipelineReaderTest {

  private final MemoryStore store = new MemoryStore();
  private final PipelineReader reader = new PipelineReader(store);

  @BeforeEach
  void source() {
    store.has(
        ArtifactKind.DATASET,
        "Mail",
        "{'type':'Office365Table','typeProperties':{'tableName':'BasicDataSet_v0.Message_v1'}}");
  }

  private static String copy(String name, String outputParameters) {
    return "{'name':'"
        + name
        + "','type':'Copy','inputs':[{'referenceName':'Mail','type':'DatasetReference'}],"
        + "'outputs':[{'referenceName':'Out','type':'DatasetReference','parameters':"
        + outputParameters
        + "}],'typeProperties':{'source':{'type':'Office365Source'},'sink':{'type':'BinarySink'}}}";
  }

  private void pipeline(String activities) {
    store.has(
        ArtifactKind.PIPELINE,
        "CopyMail",
        "{'parameters':{'day':{'type':'String'},'n':{'type':'Int','defaultValue':7}},"
            + "'activities':["
            + activities
            + "]}");
  }

  private void sink(String location) {
    store.has(
        ArtifactKind.DATASET,
        "Out",
        "{'type':'Binary','parameters':{'sub':{'type':'String','defaultValue':'preset'}},"
            + "'typeProperties':{'location':"
            + location
            + "}}");
  }

  private FoundPipeline read() {
    return reader.read("CopyMail").orElseThrow();
  }

  /** Parameters in angle brackets, what is not resolved behind a question mark. */
  private String path() {
    return read().copies().get(0).sink().parts().stream()
        .map(PipelineReaderTest::shown)
        .collect(Collectors.joining());
  }

  private static String shown(Part part) {
    return switch (part.kind()) {
      case TEXT -> part.text();
      case PARAMETER -> "<" + part.text() + ">";
      case RUN_ID -> "<the run>";
      case UNRESOLVED -> "?" + part.text();
    };
  }

  @Test
  void readsParametersAndTheDatasetOfACopy() {
    sink("{'container':'m365','folderPath':'mail'}");
    pipeline(copy("CopyIt", "{}"));

    assertThat(read().parameters())
        .isEqualTo(Map.of("day", Optional.empty(), "n", Optional.of("7")));
    assertThat(read().copies())
        .extracting(FoundCopy::activity, FoundCopy::dataset)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CopyIt", "BasicDataSet_v0.Message_v1"));
    assertThat(reader.read("another")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'name':'subject'},{'name':'id'}] | subject,id",
        "[{'name':'@@subject'},{'name':'a@@{b'}] | @subject,a@{b",
        "[{'name':{'value':'subject','type':'Expression'}}] | subject",
        "[{'name':'subject'},{'name':'@pipeline().parameters.more'}] | ``",
        "[{'name':'subject'},{'name':'@{pipeline().parameters.more}'}] | ``",
        "{'value':'@pipeline().parameters.columns','type':'Expression'} | ``",
        "[{'other':'subject'}] | ``",
        "[] | ``"
      })
  void readsTheColumnsUnlessAnExpressionGivesOne(String columns, String expected) {
    sink("{'container':'m365'}");
    pipeline(
        copy("CopyIt", "{}")
            .replace("'Office365Source'", "'Office365Source','outputColumns':" + columns));

    assertThat(read().copies())
        .singleElement()
        .satisfies(copy -> assertThat(String.join(",", copy.columns())).isEqualTo(expected));
  }

  @Test
  void findsCopiesWithinLoopsAndConditions() {
    sink("{'container':'m365'}");
    pipeline(
        "{'name':'Loop','type':'ForEach','typeProperties':{'activities':["
            + copy("Inner", "{}")
            + "]}},{'name':'If','type':'IfCondition','typeProperties':{'ifTrueActivities':["
            + copy("Sometimes", "{}")
            + "]}},{'name':'Other','type':'Copy','typeProperties':{'source':{'type':'BlobSource'}}}");

    assertThat(read().copies())
        .extracting(FoundCopy::activity)
        .containsExactly("Inner", "Sometimes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mail/2026 | m365/mail/2026",
        "@@home | m365/@home",
        "x@{dataset().sub}y | m365/xpresety",
        "a@@{b} | m365/a@{b}",
        "@dataset().sub | m365/preset",
        "@dataset()['sub'] | m365/preset",
        "@concat('it''s/', dataset().sub , '/x') | m365/it's/preset/x",
        "@Concat('a', concat('b', 'c')) | m365/abc",
        "@dataset().unknown | m365/?@dataset().unknown",
        "@formatDateTime(utcNow(), 'yyyy') | m365/?@formatDateTime(utcNow(), 'yyyy')",
        "@concat('a' | m365/?@concat('a'",
        "@concat('a') b | m365/?@concat('a') b",
        "a@{utcNow()} | m365/?a@{utcNow()}",
      })
  void readsWhatADatasetSays(String folder, String path) {
    sink("{'container':'m365','folderPath':'" + folder.replace("'", "\\u0027") + "'}");
    pipeline(copy("CopyIt", "{}"));

    assertThat(path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@pipeline().parameters.day | m365/<day>",
        "@{pipeline().parameters['day']}/x | m365/<day>/x",
        "@concat('run-', pipeline().RunId) | m365/run-<the run>",
        "@pipeline().TriggerTime | m365/?@pipeline().TriggerTime",
        "@item().name | m365/?@item().name",
      })
  void readsWhatAnActivityGivesADataset(String value, String path) {
    sink("{'fileSystem':'m365','folderPath':{'value':'@dataset().sub','type':'Expression'}}");
    String text = value.replace("'", "\\u0027");
    pipeline(copy("CopyIt", "{'sub':{'value':'" + text + "','type':'Expression'}}"));
    assertThat(path()).isEqualTo(path);

    pipeline(copy("CopyIt", "{'sub':'" + text + "'}"));
    assertThat(path()).isEqualTo(path);
  }

  @Test
  void readsTheOlderKindOfDataset() {
    store.has(
        ArtifactKind.DATASET,
        "Out",
        "{'type':'AzureBlob','typeProperties':{'folderPath':'m365/mail'}}");
    pipeline(copy("CopyIt", "{}"));

    assertThat(path()).isEqualTo("m365/mail");
  }

  @Test
  void saysWhichDatasetIsMissing() {
    pipeline(copy("CopyIt", "{}"));

    assertThat(read().copies().get(0).sink().parts())
        .isEqualTo(List.of(new Part(Kind.UNRESOLVED, "dataset 'Out', which is not there")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'activities':null}", "{'activities':'x'}", "{'activities':[7,null]}"})
  void findsNoCopiesWhereThereAreNone(String properties) {
    store.has(ArtifactKind.PIPELINE, "CopyMail", properties);

    assertThat(read().copies()).isEmpty();
  }
}
