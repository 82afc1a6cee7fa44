package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Step 5 of Microsoft's tutorial: run the copies and wait for their ends. */
public final class Step5RunPipeline {

  private Step5RunPipeline() {}

  public static void main(String[] arguments) {
    Program.exit(Program.run(System.out, arguments, Step5RunPipeline::run));
  }

  static void run(Setting setting) {
    setting.onEmulator(
        Step1EnableDataConnect::run, Step2CreateEntraApp::run, Step3RegisterApp::run);
    DataConnectApp app = setting.dataConnect().app(setting.registration());
    setting.onEmulator(stage -> Step4ApproveApp.run(stage, app));
    run(setting, app);
  }

  static List<Copied> run(Setting setting, DataConnectApp app) {
    setting.title("5. Run the copy");
    List<Copied> all = new ArrayList<>();
    for (Copy<?> copy : setting.copies()) {
      setting.say("%s", copy);
      PipelineRun run = app.runner().start(copy);
      setting.say("  run %s", run.id());
      run.onStage(stage -> setting.say("  %s  %s", setting.clock(), stage));
      RunReport report = run.await(WaitPolicy.upTo(Duration.ofHours(6)));
      setting.say(
          "  rows: %s, bytes: %,d, files: %d, after %d minutes, in %s",
          report.rows().isPresent()
              ? String.format(Locale.ROOT, "%,d", report.rows().getAsLong())
              : "unknown",
          report.bytes(),
          report.files(),
          report.duration().toMinutes(),
          run.output().folder());
      all.add(new Copied(copy, run, report));
    }
    return all;
  }

  /** A copy, its run, and how it ended. */
  record Copied(Copy<?> copy, PipelineRun run, RunReport report) {}
}
