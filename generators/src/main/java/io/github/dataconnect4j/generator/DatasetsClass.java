package io.github.dataconnect4j.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.github.dataconnect4j.generator.CatalogData.DatasetData;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** {@code Datasets}: a constant for each dataset. */
final class DatasetsClass {

  private static final ClassName DATASET = ClassName.get(RowClass.PACKAGE, "Dataset");
  private static final ClassName STATUS = ClassName.get(RowClass.PACKAGE, "DatasetStatus");
  private static final ClassName SCOPE_KIND = ClassName.get(RowClass.PACKAGE, "ScopeKind");
  private static final ClassName DATE_RULE = ClassName.get(RowClass.PACKAGE, "DateRule");
  private static final TypeName LIST =
      ParameterizedTypeName.get(
          ClassName.get(List.class),
          ParameterizedTypeName.get(DATASET, WildcardTypeName.subtypeOf(Object.class)));

  private DatasetsClass() {}

  static TypeSpec of(CatalogData catalog) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Datasets")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "The datasets that Microsoft has published, each with its own type of row.\n\n")
            .addJavadoc("<p>Source: {@code $L}.\n\n", CatalogGenerator.SOURCE)
            .addJavadoc("<p>Immutable.\n\n@since 0.1.0\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (int i = 0; i < catalog.datasets().size(); i++) {
      type.addField(constant(catalog.datasets().get(i), i));
    }
    type.addField(
        FieldSpec.builder(
                ParameterizedTypeName.get(List.class, String.class),
                "SYSTEM_COLUMNS",
                Modifier.STATIC,
                Modifier.FINAL)
            .initializer("$T.of($L)", List.class, texts(catalog.systemColumns()))
            .build());
    CodeBlock all =
        catalog.datasets().stream()
            .map(one -> CodeBlock.of(Names.datasetConstant(one.shortName())))
            .collect(CodeBlock.joining(",\n    "));
    type.addField(
        FieldSpec.builder(LIST, "ALL", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.of(\n    $L)", List.class, all)
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("all")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("All of them, in the order of Microsoft's categories.\n")
            .returns(LIST)
            .addStatement("return ALL")
            .build());
    return type.build();
  }

  private static FieldSpec constant(DatasetData dataset, int index) {
    ClassName row = RowClass.name(dataset);
    FieldSpec.Builder field =
        FieldSpec.builder(
                ParameterizedTypeName.get(DATASET, row),
                Names.datasetConstant(dataset.shortName()),
                Modifier.PUBLIC,
                Modifier.STATIC,
                Modifier.FINAL)
            .addJavadoc("{@code $L}, of {@code $L}.", dataset.name(), dataset.page())
            .initializer(initializer(dataset, index, row));
    if (dataset.status().equals("preview")) {
      field.addJavadoc(" A preview: offered to tenants that opted in.");
    }
    if (dataset.isDeprecated()) {
      field
          .addJavadoc("\n\n@deprecated by Microsoft, as of the catalog's date")
          .addAnnotation(Deprecated.class);
    }
    return field.addJavadoc("\n").build();
  }

  private static CodeBlock initializer(DatasetData dataset, int index, ClassName row) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.of($S, new BuiltInRows<$T>($L))", DATASET, dataset.name(), row, index);
    List<String> aliases = dataset.aliases();
    if (!aliases.isEmpty()) {
      code.add("\n    .withAliases($L)", texts(aliases));
    }
    if (!dataset.status().equals("current")) {
      code.add("\n    .withStatus($T.$L)", STATUS, dataset.status().toUpperCase(Locale.ROOT));
    }
    String scope = dataset.scope();
    if (scope != null) {
      code.add("\n    .withScopeKind($T.$L)", SCOPE_KIND, scope.toUpperCase(Locale.ROOT));
    }
    List<String> dates = dataset.dateFilterColumns();
    if (dataset.dateRangeWithoutColumn() || !dates.isEmpty()) {
      code.add(
          "\n    .withDateRule(new $T($T.of($L), $L, $L, $L))",
          DATE_RULE,
          List.class,
          texts(dates),
          dataset.dateFilterRequired(),
          dataset.dateRangeWithoutColumn(),
          duration("ofDays", dataset.maxDateRangeDays()));
    }
    if (dataset.availabilityDelayHours() != null || dataset.retentionDays() != null) {
      code.add(
          "\n    .withAvailability(new $T($L, $L))",
          DATASET.nestedClass("Availability"),
          duration("ofHours", dataset.availabilityDelayHours()),
          duration("ofDays", dataset.retentionDays()));
    }
    if (dataset.free() != null) {
      code.add(dataset.free() ? "\n    .free()" : "\n    .charged()");
    }
    return code.add("\n    .withPage($S)", dataset.page()).build();
  }

  private static CodeBlock duration(String factory, @Nullable Integer amount) {
    return amount == null
        ? CodeBlock.of("$T.empty()", Optional.class)
        : CodeBlock.of("$T.of($T.$L($L))", Optional.class, Duration.class, factory, amount);
  }

  private static CodeBlock texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
  }
}
