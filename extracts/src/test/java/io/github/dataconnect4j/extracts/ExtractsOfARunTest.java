package io.github.dataconnect4j.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dataconnect4j.dataset.Datasets;
import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.dataset.UserV1;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.pipeline.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reads a run's files from where it wrote them. */
class ExtractsOfARunTest {

  private final TreeMap<String, InputStream> blobs = new TreeMap<>();

  private void has(String path, String content) {
    blobs.put(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private RunStage stage = RunStage.SUCCEEDED;
  private RunStage next = RunStage.SUCCEEDED;
  private int looks;
  private Optional<Selection<?>> selection = Optional.empty();

  private final PipelineRun run =
      fake(
          PipelineRun.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "id" -> "run-1";
                case "stage" -> stage;
                case "refresh" -> look(proxy);
                default -> new Output();
              });

  private Object look(Object proxy) {
    looks++;
    stage = next;
    return proxy;
  }

  private Extracts extracts() {
    return Extracts.of(run);
  }

  /** What is in the folder {@code mail/key-1/}. */
  private final class Output implements RunOutput {

    @Override
    public String folder() {
      return "mail/key-1/";
    }

    @Override
    public Optional<Selection<?>> selection() {
      return selection;
    }

    @Override
    public List<StoredFile> files() {
      return in(folder()).filter(file -> !file.path().startsWith(folder() + METADATA)).toList();
    }

    @Override
    public List<StoredFile> metadataFiles() {
      return in(folder() + METADATA).toList();
    }

    private Stream<StoredFile> in(String folder) {
      return blobs.keySet().stream()
          .filter(path -> path.startsWith(folder))
          .map(path -> new StoredFile(path, 1, "etag", Instant.EPOCH));
    }

    @Override
    public InputStream open(StoredFile file) {
      return blobs.get(file.path());
    }

    @Override
    public String toString() {
      return "https://acct.example/m365/mail/key-1/";
    }
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  @Test
  void areItsRowsInTheOrderOfItsFiles() {
    has("mail/key-1/b", "{\"id\":\"b\"}");
    has("mail/key-1/a", "{\"id\":\"a\"}");
    has("mail/key-1/metadata/JobMetadata", "{\"NumberOfRowsExtracted\":2}");
    has("mail/key-2/c", "{\"id\":\"c\"}");

    try (Rows<Row> rows = extracts().rows()) {
      assertThat(rows.stream().map(row -> row.text("id").orElseThrow())).containsExactly("a", "b");
    }
    assertThat(extracts().metadata().orElseThrow().number("NumberOfRowsExtracted")).hasValue(2);
    assertThat(extracts()).hasToString("extracts in https://acct.example/m365/mail/key-1/");
  }

  @Nested
  class OfARunThatHasNotSucceeded {

    @Test
    void areRefusedWithTheNextStepAfterOneLook() {
      stage = RunStage.INITIALIZING;
      next = RunStage.EXTRACTING;

      assertThatIllegalStateException()
          .isThrownBy(() -> extracts().rows())
          .withMessage(
              "Run run-1 has not succeeded: it is in stage EXTRACTING, and its rows are not all"
                  + " there. Wait for its end first: run.await(WaitPolicy.patient())."
                  + " Extracts.soFarOf(run) reads what there is.");
      assertThat(looks).isEqualTo(1);
      assertThatIllegalStateException().isThrownBy(() -> extracts().rows(Datasets.MESSAGE_V1));
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  extracts()
                      .rows(Datasets.MESSAGE_V1, Datasets.MESSAGE_V1.columns(MessageV1.SUBJECT)));
    }

    @Test
    void areRefusedWithoutALookWhereItFailed() {
      stage = RunStage.FAILED;

      assertThatIllegalStateException()
          .isThrownBy(() -> extracts().rows())
          .withMessageContaining("it is in stage FAILED")
          .withMessageContaining("run.await(…) tells why");
      assertThat(looks).isZero();
    }

    @Test
    void areReadWhereTheLookFindsThatItDid() {
      has("mail/key-1/a", "{\"id\":\"a\"}");
      stage = RunStage.PERSISTING;
      next = RunStage.SUCCEEDED;

      try (Rows<Row> rows = extracts().rows()) {
        assertThat(rows.stream()).hasSize(1);
      }
    }

    @Test
    void areReadSoFarByTheirOwnName() {
      has("mail/key-1/a", "{\"id\":\"a\"}");
      stage = RunStage.EXTRACTING;
      next = RunStage.EXTRACTING;

      try (Rows<Row> rows = Extracts.soFarOf(run).rows()) {
        assertThat(rows.stream().map(row -> row.text("id").orElseThrow())).containsExactly("a");
      }
      assertThat(looks).isZero();
    }
  }

  @Nested
  class OfKnownColumns {

    private MessageV1 first(Rows<MessageV1> rows) {
      try (rows) {
        return rows.iterator().next();
      }
    }

    private void copied() {
      has("mail/key-1/a", "{\"subject\":\"Tea\",\"puser\":\"p\",\"ptenant\":\"t\"}");
      selection =
          Optional.of(Datasets.MESSAGE_V1.columns(MessageV1.SUBJECT, MessageV1.SENT_DATE_TIME));
    }

    @Test
    void refuseTheAccessorOfAColumnThatWasNotCopied() {
      copied();

      MessageV1 message = first(extracts().rows(Datasets.MESSAGE_V1));

      assertThat(message.subject()).contains("Tea");
      assertThat(message.sentDateTime()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(message::receivedDateTime)
          .withMessageStartingWith("Column 'receivedDateTime' was not selected");
    }

    @Test
    void haveWhatTellsWhoseARowIs() {
      copied();

      MessageV1 message = first(extracts().rows(Datasets.MESSAGE_V1));

      assertThat(message.puser()).contains("p");
      assertThat(message.ptenant()).contains("t");
    }

    @Test
    void areRefusedAsThoseOfAnotherDataset() {
      copied();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> extracts().rows(Datasets.USER_V1))
          .withMessage(
              "The run copied BasicDataSet_v0.Message_v1, the rows are asked for as those of"
                  + " BasicDataSet_v0.User_v1. Read them as rows of BasicDataSet_v0.Message_v1, or"
                  + " take the run that copied the other.");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> extracts().rows(Datasets.USER_V1, Datasets.USER_V1.columns(UserV1.MAIL)))
          .withMessageStartingWith("The run copied BasicDataSet_v0.Message_v1");
    }

    @Test
    void areRefusedWithMoreThanWasCopied() {
      copied();

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  extracts()
                      .rows(
                          Datasets.MESSAGE_V1,
                          Datasets.MESSAGE_V1.columns(
                              MessageV1.SUBJECT, MessageV1.SENDER, MessageV1.PUSER)))
          .withMessageStartingWith("The run did not copy [sender] of BasicDataSet_v0.Message_v1");
    }

    @Test
    void areReadWithLess() {
      copied();

      MessageV1 message =
          first(
              extracts().rows(Datasets.MESSAGE_V1, Datasets.MESSAGE_V1.columns(MessageV1.SUBJECT)));

      assertThat(message.subject()).contains("Tea");
      assertThatIllegalStateException().isThrownBy(message::sentDateTime);
    }

    @Test
    void areUncheckedWhereNothingIsKnown() {
      copied();
      selection = Optional.empty();

      MessageV1 message = first(extracts().rows(Datasets.MESSAGE_V1));

      assertThat(message.receivedDateTime()).isEmpty();
      assertThat(extracts().rows(Datasets.USER_V1)).isNotNull();
    }
  }

  @Test
  void failAsTheStorageSaysWhereItFailsMidway() {
    NotPermittedException expired =
        new NotPermittedException(Problem.of("read a blob", "no.", "Sign in."), null);
    blobs.put(
        "mail/key-1/a",
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(expired);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException(expired);
          }
        });

    try (Rows<Row> rows = extracts().rows()) {
      assertThat(catchThrowable(() -> rows.iterator().hasNext())).isSameAs(expired);
    }
  }
}
