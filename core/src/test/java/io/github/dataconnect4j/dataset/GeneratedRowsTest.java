package io.github.dataconnect4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the generated constants and classes to the datasets that they stand for. */
class GeneratedRowsTest {

  private final Set<Class<?>> looked = new HashSet<>();

  @Test
  void thereIsAConstantForEachDataset() {
    assertThat(constants())
        .extracting(GeneratedRowsTest::value)
        .hasSize(51)
        .isEqualTo(new ArrayList<Object>(Datasets.all()));
  }

  @Test
  void deprecatedDatasetsAndTheirRowsAreMarked() {
    for (Field constant : constants()) {
      boolean deprecated = ((Dataset<?>) value(constant)).status() == DatasetStatus.DEPRECATED;
      assertThat(constant.isAnnotationPresent(Deprecated.class)).isEqualTo(deprecated);
      assertThat(rowClass(constant).isAnnotationPresent(Deprecated.class)).isEqualTo(deprecated);
    }
  }

  @Test
  void eachColumnHasItsConstantAndItsAccessor() throws ReflectiveOperationException {
    int top = 0;
    int all = 0;
    for (Field constant : constants()) {
      Dataset<?> dataset = (Dataset<?>) value(constant);
      top += dataset.columns().size();
      all += look(rowClass(constant), dataset.columns());
    }
    assertThat(top).isEqualTo(1261);
    assertThat(all).isEqualTo(1948);
  }

  /** Looks at a class and what is nested in it; gives the number of columns. */
  private int look(Class<?> row, List<? extends Column<?, ?>> columns)
      throws ReflectiveOperationException {
    List<Field> fields =
        Arrays.stream(row.getFields()).filter(one -> one.getType() == Column.class).toList();
    assertThat(fields)
        .as("%s", row)
        .extracting(GeneratedRowsTest::value)
        .isEqualTo(new ArrayList<Object>(columns));
    boolean first = looked.add(row);
    int count = columns.size();
    for (int i = 0; i < columns.size(); i++) {
      if (first) {
        assertAccessor(row, fields.get(i).getName(), columns.get(i));
      }
      Type type = ((ParameterizedType) fields.get(i).getGenericType()).getActualTypeArguments()[1];
      if (type instanceof ParameterizedType list) {
        type = list.getActualTypeArguments()[0];
      }
      if (TypedRow.class.isAssignableFrom((Class<?>) type)) {
        count += look((Class<?>) type, columns.get(i).fields());
      } else {
        assertThat(columns.get(i).fields()).as("%s", columns.get(i)).isEmpty();
      }
    }
    return count;
  }

  // A row of which nothing was selected names the column that was to be read.
  private static void assertAccessor(Class<?> row, String constant, Column<?, ?> column)
      throws ReflectiveOperationException {
    Method accessor = row.getMethod(camel(constant));
    Constructor<?> constructor = row.getDeclaredConstructor(Row.class);
    Object none = constructor.newInstance(new SelectedRow(new MapRow(Map.of()), Set.of()));
    assertThatThrownBy(() -> accessor.invoke(none))
        .as("%s.%s", row, constant)
        .hasRootCauseMessage(
            "Column '"
                + column.name()
                + "' was not selected, so these rows do not have it. Add it where the columns are"
                + " selected, or do not read it.");
    Object empty = constructor.newInstance(new MapRow(Map.of()));
    assertThat(accessor.invoke(empty).toString()).matches("Optional(Long|Double)?\\.empty|\\[]");
  }

  @Test
  void eachColumnIsDescribedWithItsTypeAndSource() throws IOException {
    Pattern described =
        Pattern.compile(
            "\\{@code [^}]+}, type \\{@code [^}]+}.* Reads as .*Source: \\{@code [^}]+}\\.\\s+\\*/"
                + "\\s+public static final Column<");
    Pattern column = Pattern.compile("public static final Column<");
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("target", "generated-sources", "catalog"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSize(53);
    for (Path source : sources) {
      String text = Files.readString(source);
      assertThat(count(described.matcher(text)))
          .as("%s", source)
          .isEqualTo(count(column.matcher(text)));
    }
  }

  private static long count(Matcher matcher) {
    return matcher.results().count();
  }

  private static List<Field> constants() {
    return Arrays.stream(Datasets.class.getFields())
        .filter(one -> Modifier.isStatic(one.getModifiers()) && one.getType() == Dataset.class)
        .toList();
  }

  private static Class<?> rowClass(Field constant) {
    return (Class<?>) ((ParameterizedType) constant.getGenericType()).getActualTypeArguments()[0];
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String camel(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
