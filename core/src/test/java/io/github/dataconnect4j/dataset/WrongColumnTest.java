package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not compile does not. */
class WrongColumnTest {

  @Test
  void columnsOfTheDatasetCompile() {
    assertThat(errors("Datasets.MESSAGE_V1.columns(MessageV1.SENDER, MessageV1.SUBJECT)"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Datasets.MESSAGE_V1.columns(MessageV1.SENDER, UserV1.MAIL)",
        "Datasets.MESSAGE_V1.columns(MessageV0.SENDER)",
        "Datasets.MESSAGE_V1.columns(MessageV1.Recipient.EMAIL_ADDRESS)"
      })
  void columnsOfAnotherDatasetDoNot(String expression) {
    assertThat(errors(expression))
        .singleElement()
        .satisfies(
            error -> assertThat(error.getCode()).startsWith("compiler.err.cant.apply.symbol"));
  }

  @Test
  void aCopyTakesColumnsOfItsDataset() {
    assertThat(
            errors(
                "Copy.of(Datasets.MESSAGE_V1)"
                    + ".withColumns(Datasets.MESSAGE_V1.columns(MessageV1.SENDER))"
                    + ".where(MessageV1.RECEIVED_DATE_TIME)"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copy.of(Datasets.MESSAGE_V1).where(UserV1.MAIL)",
        "Copy.of(Datasets.MESSAGE_V1).withColumns(Datasets.USER_V1.columns(UserV1.MAIL))",
        "Copy.of(Datasets.MESSAGE_V1).withColumns(Datasets.USER_V1.columns(\"mail\"))",
        "Copy.of(Datasets.MESSAGE_V1).withColumns(Datasets.USER_V1.allColumns())"
      })
  void aCopyTakesNoneOfAnother(String expression) {
    assertThat(errors(expression))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getCode())
                    .matches("compiler\\.err\\.(cant\\.apply\\.symbols?|prob\\.found\\.req)"));
  }

  @Test
  void aRowIsMadeOfValuesOfItsColumns() {
    assertThat(errors("Datasets.MESSAGE_V1.row(MessageV1.SUBJECT.is(\"Tea\"))")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Datasets.MESSAGE_V1.row(UserV1.MAIL.is(\"a@b\"))",
        "Datasets.MESSAGE_V1.row(MessageV1.SUBJECT.is(7L))",
        "Datasets.MESSAGE_V1.row(MessageV1.Recipient.EMAIL_ADDRESS.is(null))"
      })
  void aRowIsMadeOfNothingElse(String expression) {
    assertThat(errors(expression)).hasSize(1);
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(String expression) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String source =
        "import io.github.dataconnect4j.dataset.*; import io.github.dataconnect4j.pipeline.*;"
            + " class Try { Object it = "
            + expression
            + "; }";
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Try.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-XDshould-stop.ifNoError=ATTR",
            "-cp",
            System.getProperty("java.class.path"));
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(file))
        .call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }
}
