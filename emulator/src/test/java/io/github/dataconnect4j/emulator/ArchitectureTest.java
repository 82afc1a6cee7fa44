package io.github.dataconnect4j.emulator;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.dataconnect4j.floors.Floors;
import java.util.List;

/** Holds the emulator's floors. */
@AnalyzeClasses(
    packages = "io.github.dataconnect4j.emulator",
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesStandOnLowerFloorsOnly =
      Floors.keptIn(
          "io.github.dataconnect4j.emulator",
          List.of(
              "json",
              "time",
              "truth",
              "fault",
              "history",
              "http",
              "expression",
              "world",
              "files",
              "directory",
              "entra",
              "arm",
              "blob",
              "datafactory",
              "synapse",
              "copy",
              "deployments",
              "portal",
              "portal.web",
              "graph",
              ""));
}
