package io.github.dataconnect4j.generator;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.dataconnect4j.generator.CatalogData.DatasetData;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the catalog's types. */
public final class CatalogGenerator {

  /** What the pages are pages of. */
  static final String SOURCE = "microsoftgraph/dataconnect-solutions";

  private final GeneratedSources sources;

  private CatalogGenerator(Path folder) {
    this.sources = new GeneratedSources(folder);
  }

  /**
   * Writes all sources.
   *
   * @param arguments the catalog's data file, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    new CatalogGenerator(Path.of(arguments[1])).run(CatalogData.read(Path.of(arguments[0])));
  }

  private void run(CatalogData catalog) throws IOException {
    write(DatasetsClass.of(catalog));
    write(BuiltInRowsClass.of(catalog.datasets()));
    for (DatasetData dataset : catalog.datasets()) {
      write(RowClass.of(dataset));
    }
    sources.removeOthers();
  }

  private void write(TypeSpec type) throws IOException {
    JavaFile file =
        JavaFile.builder(RowClass.PACKAGE, type)
            .skipJavaLangImports(true)
            .indent("  ")
            .addFileComment("Written by CatalogGenerator from catalog.json; not to be edited.")
            .build();
    sources.write(
        RowClass.PACKAGE.replace('.', '/') + "/" + type.name() + ".java", file.toString());
  }
}
