package io.github.dataconnect4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told on its command line.
 *
 * @param users how many people the synthetic tenant has
 * @param messages how many messages each of them has
 * @param data the user's own extract files
 * @param backend what runs the copies
 * @param storage where they are delivered
 * @param azure whether to run on Azure instead of the emulator
 */
record Arguments(
    int users,
    int messages,
    Optional<Path> data,
    Backend backend,
    StorageOption storage,
    boolean azure) {

  static final String USAGE =
      """
      Options:
        --users N       people in the emulator's synthetic tenant (20)
        --messages N    messages in each mailbox (50)
        --data FOLDER   use your own extract files instead, named by dataset
        --backend NAME  what runs the copies: data-factory (the default) or synapse
        --storage NAME  where they are delivered: blob (the default) or data-lake
        --azure         run on Azure, as the AZURE_* variables say, instead of the emulator
        --help          show these options
      """;

  /**
   * @throws IllegalArgumentException naming what is wrong, and the options
   */
  static Arguments parse(String... words) {
    Arguments arguments =
        new Arguments(20, 50, Optional.empty(), Backend.DATA_FACTORY, StorageOption.BLOB, false);
    Queue<String> left = new ArrayDeque<>(List.of(words));
    for (String word = left.poll(); word != null; word = left.poll()) {
      arguments =
          switch (word) {
            case "--users" -> arguments.withUsers(number(word, left.poll()));
            case "--messages" -> arguments.withMessages(number(word, left.poll()));
            case "--data" -> arguments.withData(folder(left.poll()));
            case "--backend" -> arguments.withBackend(Backend.of(left.poll()));
            case "--storage" -> arguments.withStorage(StorageOption.of(left.poll()));
            case "--azure" -> arguments.onAzure();
            default ->
                throw new IllegalArgumentException(
                    "Unknown option '" + word + "'.\n" + USAGE.stripTrailing());
          };
    }
    if (arguments.azure && arguments.data.isPresent()) {
      throw new IllegalArgumentException(
          "--data fills the emulator's tenant, and --azure uses a real one. Give one of the two.");
    }
    return arguments;
  }

  private Arguments withUsers(int users) {
    return new Arguments(users, messages, data, backend, storage, azure);
  }

  private Arguments withMessages(int messages) {
    return new Arguments(users, messages, data, backend, storage, azure);
  }

  private Arguments withData(Path folder) {
    return new Arguments(users, messages, Optional.of(folder), backend, storage, azure);
  }

  private Arguments withBackend(Backend backend) {
    return new Arguments(users, messages, data, backend, storage, azure);
  }

  private Arguments withStorage(StorageOption storage) {
    return new Arguments(users, messages, data, backend, storage, azure);
  }

  private Arguments onAzure() {
    return new Arguments(users, messages, data, backend, storage, true);
  }

  private static int number(String option, @Nullable String value) {
    try {
      int number = Integer.parseInt(value == null ? "" : value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all of it
    }
    throw new IllegalArgumentException(
        option + " needs a whole number above zero, as in '" + option + " 20'.");
  }

  private static Path folder(@Nullable String value) {
    if (value == null || !Files.isDirectory(Path.of(value))) {
      throw new IllegalArgumentException(
          "--data needs a folder that exists, but '"
              + (value == null ? "" : value)
              + "' is none. Give the folder that your extract files are in.");
    }
    return Path.of(value);
  }
}
