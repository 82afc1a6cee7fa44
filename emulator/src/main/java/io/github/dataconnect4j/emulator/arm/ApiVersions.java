package io.github.dataconnect4j.emulator.arm;

import java.util.Set;

/**
 * The versions in which the imitated operations were released. Sources: the folders of {@code
 * Azure/azure-rest-api-specs} and of {@code Azure/bicep-types-az}, which is generated from them.
 */
public final class ApiVersions {

  /** Groups, resources, deployments, providers and subscriptions. */
  public static final Set<String> RESOURCES =
      Set.of(
          "2015-11-01",
          "2016-02-01",
          "2016-06-01",
          "2016-07-01",
          "2016-09-01",
          "2017-05-10",
          "2018-02-01",
          "2018-05-01",
          "2018-06-01",
          "2019-03-01",
          "2019-05-01",
          "2019-05-10",
          "2019-06-01",
          "2019-07-01",
          "2019-08-01",
          "2019-10-01",
          "2019-11-01",
          "2020-01-01",
          "2020-06-01",
          "2020-08-01",
          "2020-10-01",
          "2021-01-01",
          "2021-04-01",
          "2022-09-01",
          "2022-12-01",
          "2023-07-01",
          "2024-03-01",
          "2024-07-01",
          "2024-11-01",
          "2025-03-01",
          "2025-04-01");

  /** Storage accounts; containers came with the first of these. */
  public static final Set<String> STORAGE =
      Set.of(
          "2018-02-01",
          "2018-07-01",
          "2018-11-01",
          "2019-04-01",
          "2019-06-01",
          "2021-01-01",
          "2021-02-01",
          "2021-04-01",
          "2021-06-01",
          "2021-08-01",
          "2021-09-01",
          "2022-05-01",
          "2022-09-01",
          "2023-01-01",
          "2023-04-01",
          "2023-05-01",
          "2024-01-01",
          "2025-01-01",
          "2025-06-01",
          "2025-08-01",
          "2026-04-01",
          "2026-06-01",
          "2026-09-01");

  /**
   * Role definitions and assignments; with the previews, because for years there was nothing else,
   * and with 2018-07-01, which no folder has and Microsoft's own templates use.
   */
  public static final Set<String> AUTHORIZATION =
      Set.of(
          "2015-07-01",
          "2018-01-01-preview",
          "2018-07-01",
          "2018-09-01-preview",
          "2020-03-01-preview",
          "2020-04-01-preview",
          "2020-08-01-preview",
          "2020-10-01-preview",
          "2022-04-01");

  /** Workspaces; the preview is what azure-resourcemanager-synapse 1.0.0-beta.7 sends. */
  public static final Set<String> SYNAPSE =
      Set.of("2020-12-01", "2021-03-01", "2021-05-01", "2021-06-01", "2021-06-01-preview");

  private ApiVersions() {}
}
