package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;

/**
 * Step 4 of Microsoft's tutorial: an administrator approves the app.
 *
 * <p>The program prints what to send to the administrator and waits until the decision shows in the
 * tenant's audit log. In the emulator a scripted administrator approves after two hours of the
 * emulator's time.
 */
public final class Step4ApproveApp {

  private Step4ApproveApp() {}

  public static void main(String[] arguments) {
    Program.exit(
        Program.run(
            System.out,
            arguments,
            setting -> {
              setting.onEmulator(
                  Step1EnableDataConnect::run, Step2CreateEntraApp::run, Step3RegisterApp::run);
              run(setting, setting.dataConnect().app(setting.registration()));
            }));
  }

  static void run(Setting setting, DataConnectApp app) {
    setting.title("4. Have it approved");
    ConsentRequest consent = app.consent();
    if (!consent.isApproved()) {
      setting.say("State: %s. This is what the administrator is sent:", consent.state().label());
      setting.show(consent.handOver().text());
      setting.say("Waiting for the administrator ...");
      consent.await(WaitPolicy.forPeople(Duration.ofDays(2)));
    }
    setting.say(
        "State: %s, by %s, until %s.",
        consent.state().label(),
        consent.authorization().flatMap(decided -> decided.approver()).orElse("unknown"),
        consent.validUntil().map(Object::toString).orElse("unknown"));
  }
}
