package io.github.dataconnect4j.emulator.standalone;

import io.github.dataconnect4j.cloud.Region;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are written. picocli's own refusals tell no cure. */
final class OptionValues {

  private OptionValues() {}

  static void addTo(CommandLine commandLine) {
    commandLine
        .registerConverter(Duration.class, OptionValues::duration)
        .registerConverter(
            Options.HowToDecide.class, text -> word(text, Options.HowToDecide.values()))
        .registerConverter(Options.Setting.class, text -> word(text, Options.Setting.values()))
        .registerConverter(Region.class, OptionValues::region)
        .registerConverter(Integer.class, OptionValues::number)
        .registerConverter(int.class, OptionValues::number)
        .registerConverter(long.class, OptionValues::longNumber);
  }

  /** A duration as {@link #text} writes it, or as ISO 8601 has it. */
  private static Duration duration(String text) {
    try {
      Duration duration =
          Duration.parse(text.toUpperCase(Locale.ROOT).startsWith("P") ? text : "PT" + text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // falls through to the one message for all of it
    }
    throw new TypeConversionException(
        "'" + text + "' is no duration of zero or more. Give one such as 8s, 0.5s, 45m or 1h30m.");
  }

  /** A duration as it is written on the command line, such as {@code 1h30m}. */
  static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  private static <T extends Enum<T>> T word(String text, T[] words) {
    return Arrays.stream(words)
        .filter(word -> word.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is none of " + Arrays.toString(words) + ". Take one of them."));
  }

  private static Region region(String text) {
    try {
      return new Region(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw noNumber(text, Integer.MAX_VALUE);
    }
  }

  private static long longNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw noNumber(text, Long.MAX_VALUE);
    }
  }

  private static TypeConversionException noNumber(String text, long most) {
    return new TypeConversionException(
        "'" + text + "' is no whole number. Give one such as 20, up to " + most + ".");
  }
}
