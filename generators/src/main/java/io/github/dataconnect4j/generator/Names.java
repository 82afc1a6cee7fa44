package io.github.dataconnect4j.generator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java names for Microsoft's. */
final class Names {

  /** Methods that a row has anyway. */
  private static final Set<String> TAKEN =
      Set.of(
          "columns",
          "values",
          "toString",
          "hashCode",
          "getClass",
          "clone",
          "finalize",
          "notify",
          "notifyAll",
          "wait");

  private Names() {}

  /** {@code receivedDateTime} to {@code RECEIVED_DATE_TIME}. */
  static String constant(String name) {
    return String.join("_", words(name)).toUpperCase(Locale.ROOT);
  }

  /** {@code AadObjectId} to {@code aadObjectId}. */
  static String accessor(String name) {
    List<String> words = words(name);
    StringBuilder accessor = new StringBuilder(words.get(0).toLowerCase(Locale.ROOT));
    words.stream().skip(1).forEach(word -> accessor.append(capital(word)));
    String java = accessor.toString();
    return TAKEN.contains(java) || SourceVersion.isKeyword(java) ? java + "Column" : java;
  }

  /** {@code emailAddress} to {@code EmailAddress}. */
  static String type(String name) {
    return String.join("", words(name).stream().map(Names::capital).toList());
  }

  /** {@code MailFolder_v2} to {@code MAIL_FOLDER_V2}. */
  static String datasetConstant(String shortName) {
    return constant(shortName)
        .replace("SHARE_POINT", "SHAREPOINT")
        .replace("ONE_DRIVE", "ONEDRIVE");
  }

  /** The first of the candidates that is free; the last with a number if none is. */
  static String free(Set<String> used, String... candidates) {
    for (String candidate : candidates) {
      if (used.add(candidate)) {
        return candidate;
      }
    }
    String last = candidates[candidates.length - 1];
    int number = 2;
    while (!used.add(last + number)) {
      number++;
    }
    return last + number;
  }

  static Set<String> used(String... names) {
    return new HashSet<>(Arrays.asList(names));
  }

  // Words that Microsoft's capitals would cut in the wrong places.
  private static List<String> words(String name) {
    String plain =
        name.replace("OData", "Odata")
            .replaceAll("(?i)iCalUId", "IcalUid")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
            .replaceAll("^_|_$", "");
    return List.of(plain.split("_"));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
