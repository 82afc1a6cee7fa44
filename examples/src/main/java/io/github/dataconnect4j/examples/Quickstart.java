package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.examples.Step5RunPipeline.Copied;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.io.PrintStream;
import java.util.List;

/**
 * The whole way, from nothing to Microsoft 365 rows: on the emulator by default, on Azure with
 * {@code --azure}.
 */
public final class Quickstart {

  private Quickstart() {}

  public static void main(String[] arguments) {
    Program.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    return Program.run(out, arguments, Quickstart::run);
  }

  static void run(Setting setting) {
    setting.introduce();
    Step1EnableDataConnect.run(setting);
    Step2CreateEntraApp.run(setting);
    DataConnectApp app = Step3RegisterApp.run(setting);
    Step4ApproveApp.run(setting, app);
    List<Copied> copied = Step5RunPipeline.run(setting, app);
    Step6ReadRows.run(setting, copied);
  }
}
