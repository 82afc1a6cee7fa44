package io.github.dataconnect4j.examples;

import java.util.Arrays;
import java.util.stream.Stream;

/** Step 5 of Microsoft's tutorial on the host that Microsoft recommends: a Synapse workspace. */
public final class Step5RunSynapsePipeline {

  private Step5RunSynapsePipeline() {}

  public static void main(String[] arguments) {
    String[] onSynapse =
        Stream.concat(Arrays.stream(arguments), Stream.of("--backend", "synapse"))
            .toArray(String[]::new);
    Program.exit(Program.run(System.out, onSynapse, Step5RunPipeline::run));
  }
}
