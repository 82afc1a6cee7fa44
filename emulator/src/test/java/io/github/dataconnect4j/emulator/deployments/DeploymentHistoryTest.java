package io.github.dataconnect4j.emulator.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentHistoryTest {

  private static final String GROUP = "/subscriptions/s/resourceGroups/rg";

  private final DeploymentHistory history = new DeploymentHistory();

  @Test
  void losesTheOldestOfAGroupWhenThereAreTooMany() {
    add(GROUP, "again");
    add(GROUP, "oldest");
    add(GROUP + "2", "elsewhere");
    for (int i = 3; i <= DeploymentHistory.MOST; i++) {
      add(GROUP, "number" + i);
    }
    assertThat(add(GROUP, "AGAIN")).as("is new").isFalse();
    assertThat(history.beneath(GROUP)).hasSize(DeploymentHistory.MOST);

    assertThat(add(GROUP, "newest")).as("is new").isTrue();

    assertThat(history.beneath(GROUP)).hasSize(DeploymentHistory.LEFT);
    assertThat(history.find(id(GROUP, "oldest"))).isEmpty();
    assertThat(history.find(id(GROUP, "again"))).isPresent();
    assertThat(history.find(id(GROUP, "newest"))).isPresent();
    assertThat(history.find(id(GROUP + "2", "elsewhere"))).isPresent();
  }

  private boolean add(String group, String name) {
    return history.add(
        group, new Deployment(Json.object().put("id", id(group, name)), List.of(), "operation"));
  }

  private static String id(String group, String name) {
    return group + "/providers/Microsoft.Resources/deployments/" + name;
  }
}
