package io.github.dataconnect4j.extracts;

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
  void rowsWithColumnsOfTheirDatasetCompile() {
    assertThat(
            errors(
                "Rows<MessageV1> it = extracts.rows(Datasets.MESSAGE_V1,"
                    + " Datasets.MESSAGE_V1.columns(MessageV1.SENDER))"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object it = extracts.rows(Datasets.MESSAGE_V1, Datasets.USER_V1.columns(UserV1.MAIL))",
        "Object it = extracts.rows(Datasets.MESSAGE_V1, Datasets.MESSAGE_V0.allColumns())",
      })
  void rowsWithColumnsOfAnotherDatasetDoNot(String statement) {
    assertThat(errors(statement))
        .singleElement()
        .satisfies(
            error -> assertThat(error.getCode()).startsWith("compiler.err.cant.apply.symbol"));
  }

  @Test
  void rowsOfOneDatasetAreNotThoseOfAnother() {
    assertThat(errors("Rows<UserV1> it = extracts.rows(Datasets.MESSAGE_V1)")).hasSize(1);
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(String statement) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String source =
        "import io.github.dataconnect4j.dataset.*; import io.github.dataconnect4j.extracts.*;"
            + " class Try { void it(Extracts extracts) { "
            + statement
            + "; } }";
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
