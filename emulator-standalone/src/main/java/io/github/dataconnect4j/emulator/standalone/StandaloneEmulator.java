package io.github.dataconnect4j.emulator.standalone;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.error.DataConnectException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The emulator as a program, for clients in any language.
 *
 * <p>It goes by the machine's clock, prints where everything is as {@code NAME=value} lines on
 * standard output and nothing else there, and talks to people on standard error. It runs until it
 * is told to stop, and then says which requests met an unknown route. It ends with 0 after {@code
 * --help} or when its standard input was closed, with 1 if it could not start, with 2 if an option
 * is wrong, and as the system has it when a signal stops it.
 *
 * <p>It needs {@code info.picocli:picocli} on the class path. This artifact declares that as
 * optional: tests that run the emulator in their own JVM do without.
 *
 * @since 0.1.0
 */
@Command(
    name = "emulator",
    sortOptions = false,
    sortSynopsis = false,
    description =
        "Emulates Microsoft Entra, Graph, Azure Resource Manager, Data Factory, Synapse, Blob"
            + " storage and the Data Connect portal on 127.0.0.1. Nothing here is real.")
public final class StandaloneEmulator implements Callable<Integer> {

  @Mixin private final Options options = new Options();
  @Spec private @Nullable CommandSpec spec;

  private StandaloneEmulator() {}

  /** Starts the emulator as {@code --help} tells. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new StandaloneEmulator());
    OptionValues.addTo(commandLine);
    return commandLine
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, arguments) -> refuse(e))
        .setExecutionExceptionHandler((e, command, parsed) -> giveUp(e, command));
  }

  private static int refuse(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("--help shows all options.");
    return ExitCode.USAGE;
  }

  private static int giveUp(Exception e, CommandLine commandLine) throws Exception {
    if (!(e instanceof DataConnectException)) {
      throw e;
    }
    commandLine.getErr().println(e.getMessage());
    return ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine commandLine = Objects.requireNonNull(spec, "spec").commandLine();
    DataConnectEmulator emulator = start(commandLine);
    try (Session session = Session.open(emulator, commandLine.getErr())) {
      Runtime.getRuntime().addShutdownHook(new Thread(session::close, "emulator-end"));
      session.print(commandLine.getOut());
      session.introduce(options);
      if (options.endsWithStandardInput()) {
        System.in.transferTo(OutputStream.nullOutputStream());
      } else {
        // For ever: a signal ends the JVM, and the hook closes the session.
        new CountDownLatch(1).await();
      }
    }
    return ExitCode.OK;
  }

  private DataConnectEmulator start(CommandLine commandLine) {
    try {
      return options.emulator().start();
    } catch (IllegalArgumentException e) {
      // Ranges, regions and folders are the emulator's to judge; its texts name value and cure.
      throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
    }
  }
}
