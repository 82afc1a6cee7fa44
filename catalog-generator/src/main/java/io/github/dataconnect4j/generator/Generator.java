package io.github.dataconnect4j.generator;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.dataconnect4j.generator.CatalogData.DatasetData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the sources. What has not changed is left alone, so that it is not compiled again. */
public final class Generator {

  /** What the pages are pages of. */
  static final String SOURCE = "microsoftgraph/dataconnect-solutions";

  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  private Generator(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all sources.
   *
   * @param arguments the catalog's data file, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    new Generator(Path.of(arguments[1])).run(CatalogData.read(Path.of(arguments[0])));
  }

  private void run(CatalogData catalog) throws IOException {
    write(DatasetsClass.of(catalog));
    write(BuiltInRowsClass.of(catalog.datasets()));
    for (DatasetData dataset : catalog.datasets()) {
      write(RowClass.of(dataset));
    }
    removeOthers();
  }

  private void write(TypeSpec type) throws IOException {
    JavaFile file =
        JavaFile.builder(RowClass.PACKAGE, type)
            .skipJavaLangImports(true)
            .indent("  ")
            .addFileComment("Written by catalog-generator from catalog.json; not to be edited.")
            .build();
    Path path = folder.resolve(RowClass.PACKAGE.replace('.', '/')).resolve(type.name() + ".java");
    String source = file.toString();
    if (!Files.exists(path) || !Files.readString(path, StandardCharsets.UTF_8).equals(source)) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, source, StandardCharsets.UTF_8);
    }
    written.add(path);
  }

  private void removeOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.walk(folder)) {
      others = files.filter(Files::isRegularFile).filter(one -> !written.contains(one)).toList();
    }
    for (Path other : others) {
      Files.delete(other);
    }
  }
}
