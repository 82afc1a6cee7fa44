package io.github.dataconnect4j.datafactory;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Context;
import com.azure.resourcemanager.datafactory.DataFactoryManager;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineResourceInner;
import com.azure.resourcemanager.datafactory.models.Factories;
import java.util.function.Supplier;

/** Proves the requires lines. */
public final class Placeholder {
  private Placeholder() {}

  /**
   * Touches each library.
   *
   * @return what it touched
   */
  public static String touch() {
    DataFactoryManager manager =
        DataFactoryManager.authenticate(
            io.github.dataconnect4j.azure.Placeholder.touch(),
            new AzureProfile("t", "s", AzureEnvironment.AZURE));
    Factories factories = manager.factories();
    Supplier<Object> list = () -> factories.list(Context.NONE);
    return factories.getClass() + " " + list.getClass() + new PipelineResourceInner().description();
  }
}
