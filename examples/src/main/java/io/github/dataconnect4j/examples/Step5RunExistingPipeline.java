package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;

/**
 * Runs a pipeline that somebody made by hand, and counts its rows. In an emulator the program makes
 * one first; on Azure {@code DATACONNECT_PIPELINE} has its name.
 */
public final class Step5RunExistingPipeline {

  private Step5RunExistingPipeline() {}

  public static void main(String[] arguments) {
    Program.exit(Program.run(System.out, arguments, Step5RunExistingPipeline::run));
  }

  private static void run(Setting setting) {
    setting.onEmulator(
        Step1EnableDataConnect::run, Step2CreateEntraApp::run, Step3RegisterApp::run);
    DataConnectApp app = setting.dataConnect().app(setting.registration());
    setting.onEmulator(stage -> Step4ApproveApp.run(stage, app));
    setting.title("5. Run a pipeline that was made by hand");
    Setting.Handmade handmade = setting.handmade();
    ExistingPipeline pipeline = app.runner().existing(handmade.name());
    setting.say("%s, whose copies are %s", pipeline.name(), pipeline.copies());
    PipelineRun run = pipeline.start(handmade.parameters());
    setting.say("  run %s", run.id());
    run.onStage(stage -> setting.say("  %s  %s", setting.clock(), stage));
    run.await(WaitPolicy.upTo(Duration.ofHours(6)));
    try (Rows<Row> rows = Extracts.of(run).rows()) {
      setting.say("  rows read: %,d, from %s", rows.stream().count(), run.output().folder());
    }
  }
}
