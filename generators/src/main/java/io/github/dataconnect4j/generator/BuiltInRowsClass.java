package io.github.dataconnect4j.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.dataconnect4j.generator.CatalogData.DatasetData;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The row types of all datasets in one class. A lambda or a class for each would be loaded with
 * {@code Datasets}; so a row class is loaded when it is first needed.
 */
final class BuiltInRowsClass {

  private static final ClassName COLUMN = ClassName.get(RowClass.PACKAGE, "Column");
  private static final ClassName ROW = ClassName.get(RowClass.PACKAGE, "Row");
  private static final TypeVariableName R = TypeVariableName.get("R", ROW);
  private static final TypeName COLUMNS =
      ParameterizedTypeName.get(
          ClassName.get(List.class),
          ParameterizedTypeName.get(COLUMN, R, WildcardTypeName.subtypeOf(Object.class)));

  private BuiltInRowsClass() {}

  static TypeSpec of(List<DatasetData> datasets) {
    return TypeSpec.classBuilder("BuiltInRows")
        .addModifiers(Modifier.FINAL)
        .addTypeVariable(R)
        .addSuperinterface(ParameterizedTypeName.get(ClassName.get(RowClass.PACKAGE, "RowType"), R))
        .addJavadoc("The rows of the datasets of the catalog, each loaded when first needed.\n")
        .addAnnotation(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S}", "unchecked", "deprecation")
                .build())
        .addField(int.class, "index", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(int.class, "index")
                .addStatement("this.index = index")
                .build())
        .addMethod(
            override("columns", COLUMNS)
                .addStatement(
                    "return ($T) ($T) $L",
                    COLUMNS,
                    ParameterizedTypeName.get(
                        ClassName.get(List.class), WildcardTypeName.subtypeOf(Object.class)),
                    choose(datasets, "$T.COLUMNS"))
                .build())
        .addMethod(
            override("read", R)
                .addParameter(ROW, "row")
                .addStatement("return (R) $L", choose(datasets, "new $T(row)"))
                .build())
        .build();
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type);
  }

  private static CodeBlock choose(List<DatasetData> datasets, String each) {
    CodeBlock.Builder code = CodeBlock.builder().add("switch (index) {\n");
    for (int i = 0; i < datasets.size(); i++) {
      code.add("  case $L -> " + each + ";\n", i, RowClass.name(datasets.get(i)));
    }
    return code.add(
            "  default -> throw new $T($S + index);\n", IllegalStateException.class, "No dataset ")
        .add("}")
        .build();
  }
}
