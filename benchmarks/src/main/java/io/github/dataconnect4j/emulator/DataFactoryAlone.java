package io.github.dataconnect4j.emulator;

/** The emulator without Synapse, which no user can have: in its package, to reach the setting. */
public final class DataFactoryAlone {

  private DataFactoryAlone() {}

  public static EmulatorBuilder builder() {
    return DataConnectEmulator.builder().withoutSynapse();
  }
}
