package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.onboarding.DataConnectApp;

/**
 * Step 3 of Microsoft's tutorial: register the app with Data Connect.
 *
 * <p>No public API does it: on Azure the program prints the exact value of each field of the
 * wizard. In the emulator the same call registers the app.
 */
public final class Step3RegisterApp {

  private Step3RegisterApp() {}

  public static void main(String[] arguments) {
    Program.exit(
        Program.run(
            System.out,
            arguments,
            setting -> {
              setting.onEmulator(Step1EnableDataConnect::run, Step2CreateEntraApp::run);
              run(setting);
            }));
  }

  static DataConnectApp run(Setting setting) {
    setting.title("3. Register what it may read");
    DataConnectApp app = setting.dataConnect().register(setting.registration());
    setting.say(
        app.isRegisteredByHand()
            ? "No call can register an app. Unless you have, enter this:"
            : "Registered. On Azure a person enters these values on a web page:");
    setting.show(app.handOver().text());
    return app;
  }
}
