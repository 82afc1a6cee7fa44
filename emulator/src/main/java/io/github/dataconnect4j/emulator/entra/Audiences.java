package io.github.dataconnect4j.emulator.entra;

import io.github.dataconnect4j.emulator.http.Request;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What tokens are asked for. Clients know one service by several names: Azure Resource Manager by
 * two hosts, with and without a closing slash, and both it and Microsoft Graph by the emulator's
 * own address.
 */
public final class Audiences {

  public static final Set<String> STORAGE = Set.of("https://storage.azure.com");

  public static final Set<String> SYNAPSE = Set.of("https://dev.azuresynapse.net");

  private static final Set<String> RESOURCE_MANAGER =
      Set.of("https://management.azure.com", "https://management.core.windows.net");

  private static final Set<String> GRAPH =
      Set.of("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000");

  private static final String DEFAULT = "/.default";

  private Audiences() {}

  /** The names of Azure Resource Manager, at the address that a request came to. */
  public static Set<String> resourceManager(Request request) {
    return with(RESOURCE_MANAGER, request);
  }

  /** The names of Microsoft Graph, at the address that a request came to. */
  public static Set<String> graph(Request request) {
    return with(GRAPH, request);
  }

  /** The names of everything that has tokens, at the address that a request came to. */
  static Set<String> all(Request request) {
    Set<String> all = new LinkedHashSet<>(resourceManager(request));
    all.addAll(GRAPH);
    all.addAll(STORAGE);
    all.addAll(SYNAPSE);
    return all;
  }

  /**
   * The audience that a scope such as {@code https://graph.microsoft.com/.default} asks for; empty
   * for a scope of another form.
   */
  public static Optional<String> ofScope(String scope) {
    return scope.endsWith(DEFAULT) && scope.length() > DEFAULT.length()
        ? Optional.of(scope.substring(0, scope.length() - DEFAULT.length()))
        : Optional.empty();
  }

  /** Whether an audience is one of some, closing slashes and case aside. */
  static boolean isOneOf(Set<String> audiences, String audience) {
    String plain = plain(audience);
    return audiences.stream().anyMatch(one -> plain(one).equals(plain));
  }

  private static String plain(String audience) {
    return audience.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> with(Set<String> names, Request request) {
    Set<String> all = new LinkedHashSet<>(names);
    String host = request.header("Host").orElse("");
    String port = host.substring(Math.max(0, host.lastIndexOf(':')));
    // Both names of loopback, however the caller came here.
    all.add("https://localhost" + (port.startsWith(":") ? port : ""));
    all.add("https://127.0.0.1" + (port.startsWith(":") ? port : ""));
    return all;
  }
}
