package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a program runs, the emulator or Azure, and how it talks to the person in front of it. What
 * differs between the two is here; the steps are the same code.
 */
abstract sealed class Setting implements AutoCloseable permits AzureSetting, EmulatorSetting {

  private final PrintStream out;

  Setting(PrintStream out) {
    this.out = out;
  }

  static Setting open(Arguments arguments, PrintStream out) {
    return arguments.azure()
        ? AzureSetting.open(out, arguments, System.getenv())
        : EmulatorSetting.open(arguments, out);
  }

  abstract DataConnect dataConnect();

  abstract Landing landing();

  abstract Registration registration();

  /** What is copied. */
  abstract List<Copy<?>> copies();

  /** A pipeline that somebody made by hand. */
  abstract Handmade handmade();

  /** Says where the program runs. */
  abstract void introduce();

  /** Has the emulator's administrator switch Data Connect on; on Azure a person does. */
  abstract void administratorSwitchesOn();

  /** Does earlier steps where nobody else has: in a new emulator. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final void onEmulator(Consumer<Setting>... steps) {
    if (this instanceof EmulatorSetting) {
      List.of(steps).forEach(step -> step.accept(this));
    }
  }

  /** Compares what was read with what there was, where that is known. */
  abstract void requireSameCounts(Map<Dataset<?>, Long> read);

  /** The time of the cloud, to the minute. */
  final String clock() {
    return dataConnectTime().substring(0, 16).replace('T', ' ');
  }

  abstract String dataConnectTime();

  final void title(String title) {
    out.println();
    out.println(title);
    out.println("-".repeat(title.length()));
  }

  final void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** Shows a text of several lines, indented. */
  final void show(String text) {
    text.lines().forEach(line -> out.println(line.isBlank() ? "" : "    " + line));
  }

  @Override
  public void close() {
    dataConnect().close();
  }

  /** The name of a pipeline, and what its parameters are to be. */
  record Handmade(String name, Map<String, String> parameters) {}
}
