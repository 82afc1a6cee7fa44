package io.github.dataconnect4j.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.github.dataconnect4j.generator.CatalogData.ColumnData;
import io.github.dataconnect4j.generator.CatalogData.DatasetData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The row class of one dataset, with a nested class for each shape of object in it. */
final class RowClass {

  static final String PACKAGE = "io.github.dataconnect4j.dataset";
  private static final ClassName ROW = ClassName.get(PACKAGE, "Row");
  private static final ClassName TYPED_ROW = ClassName.get(PACKAGE, "TypedRow");
  private static final ClassName COLUMN = ClassName.get(PACKAGE, "Column");
  private static final ClassName COLUMN_TYPE = ClassName.get(PACKAGE, "ColumnType");
  private static final ClassName VALUE = ClassName.get(PACKAGE, "Value");

  private final DatasetData dataset;
  private final ClassName outer;
  private final Set<String> usedNames;
  private final Map<List<ColumnData>, ClassName> shapes = new LinkedHashMap<>();
  private final List<TypeSpec> nested = new ArrayList<>();

  private RowClass(DatasetData dataset) {
    this.dataset = dataset;
    this.outer = name(dataset);
    this.usedNames = Names.used(outer.simpleName(), "Value", "Object", "String", "List");
  }

  static ClassName name(DatasetData dataset) {
    return ClassName.get(PACKAGE, Names.type(dataset.shortName()));
  }

  static TypeSpec of(DatasetData dataset) {
    return new RowClass(dataset).build();
  }

  private TypeSpec build() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(outer)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(TYPED_ROW)
            .addJavadoc("A row of {@code $L}.\n\n", dataset.name())
            .addJavadoc(
                "<p>Source: {@code $L} of {@code $L}.", dataset.page(), CatalogGenerator.SOURCE);
    if (dataset.status().equals("preview")) {
      type.addJavadoc(" A preview: offered to tenants that opted in.");
    }
    type.addJavadoc("\n\n<p>Immutable.\n\n@since 0.1.0\n");
    if (dataset.isDeprecated()) {
      type.addJavadoc("@deprecated by Microsoft, as of the catalog's date\n")
          .addAnnotation(Deprecated.class);
    }
    List<ColumnData> columns = Shapes.unite(dataset.columns());
    columns(type, outer, columns);
    type.addField(listOfColumns(columns));
    type.addMethod(constructor());
    nested.forEach(type::addType);
    return type.build();
  }

  private FieldSpec listOfColumns(List<ColumnData> columns) {
    TypeName any =
        ParameterizedTypeName.get(COLUMN, outer, WildcardTypeName.subtypeOf(Object.class));
    return FieldSpec.builder(
            ParameterizedTypeName.get(ClassName.get(List.class), any),
            "COLUMNS",
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($L)", List.class, String.join(", ", constantNames(columns)))
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("A typed view of a row.\n")
        .addParameter(ROW, "row")
        .addStatement("super(row)")
        .build();
  }

  private void columns(TypeSpec.Builder type, ClassName row, List<ColumnData> columns) {
    List<String> constants = constantNames(columns);
    Set<String> accessors = Names.used();
    for (int i = 0; i < columns.size(); i++) {
      ColumnData column = columns.get(i);
      Kind kind = Kind.of(column);
      TypeName value = valueType(column, kind, row);
      String constant = constants.get(i);
      type.addField(
          FieldSpec.builder(
                  ParameterizedTypeName.get(COLUMN, row, value),
                  constant,
                  Modifier.PUBLIC,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .addJavadoc(columnDoc(column, kind))
              .initializer(initializer(row, column, kind, columns))
              .build());
      type.addMethod(
          accessor(
              kind, value, constant, Names.free(accessors, Names.accessor(column.javaName()))));
    }
  }

  private static List<String> constantNames(List<ColumnData> columns) {
    Set<String> used = Names.used("COLUMNS");
    return columns.stream()
        .map(column -> Names.free(used, Names.constant(column.javaName())))
        .toList();
  }

  private TypeName valueType(ColumnData column, Kind kind, ClassName row) {
    return switch (kind) {
      case TEXT, ENUM -> ClassName.get(String.class);
      case TIME -> ClassName.get(Instant.class);
      case NUMBER -> ClassName.get(Long.class);
      case REAL -> ClassName.get(Double.class);
      case FLAG -> ClassName.get(Boolean.class);
      case TEXTS, ENUMS -> ParameterizedTypeName.get(List.class, String.class);
      case OBJECT -> shape(column, row);
      case OBJECTS -> ParameterizedTypeName.get(ClassName.get(List.class), shape(column, row));
      case VALUE -> VALUE;
    };
  }

  /** The class for the fields of a column: one for all columns of the dataset with the same. */
  private ClassName shape(ColumnData column, ClassName row) {
    ClassName known = shapes.get(column.fields());
    if (known != null) {
      return known;
    }
    String own = Names.type(column.javaName());
    String odata = column.odataType();
    String first = odata == null ? own : Names.type(odata.substring(odata.lastIndexOf('.') + 1));
    String name = Names.free(usedNames, first, own, row.simpleName() + own);
    ClassName made = outer.nestedClass(name);
    shapes.put(column.fields(), made);
    int place = nested.size();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(made)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(TYPED_ROW)
            .addJavadoc("The fields of {@code $L}", column.name())
            .addJavadoc(odata == null ? "" : ", a {@code " + odata + "}")
            .addJavadoc(".\n\n<p>Immutable.\n\n@since 0.1.0\n");
    columns(type, made, column.fields());
    type.addMethod(constructor());
    nested.add(place, type.build());
    return made;
  }

  private CodeBlock initializer(
      ClassName row, ColumnData column, Kind kind, List<ColumnData> siblings) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (kind == Kind.OBJECT || kind == Kind.OBJECTS) {
      ClassName shape = shape(column, row);
      code.add(
          "$T.<$T, $T>$L($S, $T::new", COLUMN, row, shape, kind.factory(), column.name(), shape);
      constantNames(column.fields()).forEach(name -> code.add(", $T.$L", shape, name));
      code.add(")");
    } else {
      code.add("$T.<$T>$L($S", COLUMN, row, kind.factory(), column.name());
      if (kind == Kind.TIME) {
        zone(siblings).ifPresent(zone -> code.add(", $T.text($S)", COLUMN, zone.name()));
      }
      code.add(")");
    }
    if (kind.departsFrom(column)) {
      code.add(".documentedAs($T.$L)", COLUMN_TYPE, column.type().toUpperCase(Locale.ROOT));
    }
    if (column.nullable() != null) {
      code.add(column.nullable() ? ".maybeNull()" : ".neverNull()");
    }
    if (column.filterable()) {
      code.add(".asFilter()");
    }
    if (!column.spellings().isEmpty()) {
      code.add(
          ".alsoSpelled($L)",
          column.spellings().stream()
              .map(spelling -> CodeBlock.of("$S", spelling))
              .collect(CodeBlock.joining(", ")));
    }
    return code.build();
  }

  private static Optional<ColumnData> zone(List<ColumnData> siblings) {
    return siblings.stream().filter(one -> one.name().equalsIgnoreCase("TimeZone")).findFirst();
  }

  private String columnDoc(ColumnData column, Kind kind) {
    String written = column.documented() == null ? column.type() : column.documented();
    String format = column.format();
    return "{@code "
        + column.name()
        + "}, type {@code "
        + written
        + "}"
        + (format.equals(written) ? "" : ", format {@code " + format + "}")
        + (column.odataType() == null ? "" : ", a {@code " + column.odataType() + "}")
        + ". Reads as "
        + kind.words()
        + (column.reads() == null ? "" : ", since rows have it so")
        + "."
        + (column.filterable() ? " Can be filtered by." : "")
        + " Source: {@code "
        + dataset.page()
        + "}.\n";
  }

  private static MethodSpec accessor(Kind kind, TypeName value, String constant, String name) {
    String reader =
        switch (kind) {
          case NUMBER -> "readNumber";
          case REAL -> "readReal";
          case TEXTS, ENUMS, OBJECTS -> "readList";
          default -> "read";
        };
    TypeName type =
        switch (kind) {
          case NUMBER -> ClassName.get(OptionalLong.class);
          case REAL -> ClassName.get(OptionalDouble.class);
          case TEXTS, ENUMS, OBJECTS -> value;
          default -> ParameterizedTypeName.get(ClassName.get(Optional.class), value);
        };
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The value of {@link #$L}.\n", constant)
        .returns(type)
        .addStatement("return $L($L)", reader, constant)
        .build();
  }
}
