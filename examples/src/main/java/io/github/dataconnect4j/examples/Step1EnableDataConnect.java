package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.DataConnect;
import java.util.Optional;

/**
 * Step 1 of Microsoft's tutorial: switch Data Connect on for the tenant.
 *
 * <p>No API does it or tells whether it is done, so a person gets the link and the box to tick. In
 * the emulator the scripted administrator does it.
 */
public final class Step1EnableDataConnect {

  private Step1EnableDataConnect() {}

  public static void main(String[] arguments) {
    Program.exit(Program.run(System.out, arguments, Step1EnableDataConnect::run));
  }

  static void run(Setting setting) {
    DataConnect dataConnect = setting.dataConnect();
    setting.title("1. Switch Data Connect on");
    setting.say(
        "You are %s, in tenant %s.", dataConnect.caller().name(), dataConnect.caller().tenantId());
    Optional<Boolean> on = dataConnect.isSwitchedOn();
    if (on.equals(Optional.of(true))) {
      setting.say("Data Connect is on.");
      return;
    }
    setting.say(
        on.isPresent()
            ? "Data Connect is off. This is what an administrator is sent:"
            : "No call tells whether Data Connect is on. If it is not, an administrator does this:");
    setting.show(dataConnect.switchOnHandOver().text());
    setting.administratorSwitchesOn();
  }
}
