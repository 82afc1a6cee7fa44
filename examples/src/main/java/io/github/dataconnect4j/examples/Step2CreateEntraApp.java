package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.onboarding.LandingPlan;
import io.github.dataconnect4j.onboarding.LandingPlan.Change;

/**
 * Step 2 of Microsoft's tutorial: the Entra application with its owner and secret; and the ground
 * it needs, which the tutorial spreads over several steps: resource group, storage, roles, billing,
 * the host of the pipelines.
 */
public final class Step2CreateEntraApp {

  private Step2CreateEntraApp() {}

  public static void main(String[] arguments) {
    Program.exit(
        Program.run(
            System.out,
            arguments,
            setting -> {
              setting.onEmulator(Step1EnableDataConnect::run);
              run(setting);
            }));
  }

  static void run(Setting setting) {
    setting.title("2. Make the Entra app and its ground");
    LandingPlan plan = setting.dataConnect().plan(setting.landing());
    if (plan.isUpToDate()) {
      setting.say("All %d resources stand already.", plan.steps().size());
      return;
    }
    plan.onStep(
        step ->
            setting.say(
                "%s %-20s %s",
                step.change() == Change.CREATE ? "+ made " : "= stands", step.kind(), step.name()));
    plan.apply();
  }
}
