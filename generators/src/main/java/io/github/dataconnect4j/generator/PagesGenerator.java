package io.github.dataconnect4j.generator;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the emulator's pages as Java, so that no template is read at run time. jte's own plugin
 * writes every file anew each time, after which Maven compiles the whole module, and its goal that
 * makes sources knows no policy.
 */
public final class PagesGenerator {

  private PagesGenerator() {}

  /**
   * Writes all sources.
   *
   * @param arguments the folder of the templates, the folder to write to, and the package
   */
  public static void main(String[] arguments) throws IOException {
    Path fresh = Files.createTempDirectory("pages");
    try {
      TemplateEngine engine =
          TemplateEngine.create(
              new DirectoryCodeResolver(Path.of(arguments[0])),
              fresh,
              ContentType.Html,
              PagesGenerator.class.getClassLoader(),
              arguments[2]);
      engine.setTrimControlStructures(true);
      // A handler within a tag fails the build: the pages forbid scripts.
      engine.setHtmlPolicy(new PreventInlineEventHandlers());
      engine.generateAll();
      copy(fresh, new GeneratedSources(Path.of(arguments[1])));
    } finally {
      delete(fresh);
    }
  }

  private static void copy(Path fresh, GeneratedSources sources) throws IOException {
    for (Path file : files(fresh)) {
      if (file.toString().endsWith(".java")) {
        String name = fresh.relativize(file).toString();
        sources.write(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    sources.removeOthers();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
