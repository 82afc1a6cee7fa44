package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines;
import java.util.Optional;
import java.util.Set;

/** A host on a {@link MemoryCloud}: what an author of a backend writes, but with one defect. */
record MemoryHost(String name, Set<Capability> capabilities, Optional<Defect> defect)
    implements PipelineHost {

  boolean has(Defect one) {
    return defect.equals(Optional.of(one));
  }

  @Override
  public String kind() {
    return "Memory";
  }

  @Override
  public Set<String> providers() {
    return Set.of("Microsoft.Memory");
  }

  @Override
  public Pipelines connect(CloudAccount account, String resourceGroup) {
    if (!(account instanceof MemoryAccount memory)) {
      if (has(Defect.TAKES_ANY_ACCOUNT)) {
        throw new ClassCastException();
      }
      throw new IllegalArgumentException(
          "Host '" + name + "' is reached through a MemoryAccount. Make one.");
    }
    return new MemoryPipelines(memory, this);
  }
}
