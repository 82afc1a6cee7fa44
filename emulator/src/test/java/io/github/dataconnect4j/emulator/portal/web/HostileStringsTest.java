package io.github.dataconnect4j.emulator.portal.web;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.FINANCE;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.portal.web.Browser.Page;
import io.github.dataconnect4j.emulator.portal.web.Sinks.Sink;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text that a page shows and that somebody else chose, filled with what is meant to become
 * markup. A page of such texts has the same elements and attributes, and leads to the same places,
 * as a page of harmless ones: so nothing in them became markup.
 */
class HostileStringsTest {

  private static final Pattern TAG =
      Pattern.compile("<(!DOCTYPE html|/?[a-z0-9]+)((?: [a-z-]+(?:=\"[^\"<]*\")?)*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final String MESSAGE = "BasicDataSet_v0.Message_v1";

  private static Map<String, Page> harmless = Map.of();

  @BeforeAll
  static void lookAtHarmlessPages() {
    harmless = pages("harmless");
  }

  static List<String> hostile() {
    return HostileStrings.ALL;
  }

  @Test
  void thereAreAtLeastSixty() {
    assertThat(HostileStrings.ALL).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingBecomesMarkup(String text) {
    Map<String, Page> pages = pages(text);

    assertThat(pages.keySet()).isEqualTo(harmless.keySet());
    pages.forEach(
        (name, page) ->
            assertThat(skeleton(page.body)).as(name).isEqualTo(skeleton(harmless.get(name).body)));
    pages.forEach((name, page) -> assertThat(page.headers.values("Set-Cookie")).as(name).isEmpty());
  }

  /** Every page that shows such a text, by what it is. */
  private static Map<String, Page> pages(String text) {
    Group group = new Group(FINANCE.id(), text, Group.Kind.SECURITY, FINANCE.memberIds());
    Sink sink = new Sink(text, text, text, PortalSite.SINK.blob(), PortalSite.SINK.dataLake());
    Map<String, Page> pages = new LinkedHashMap<>();
    try (PortalSite site =
        new PortalSite(
            List.of(named(ADMIN, text), named(OTHER_ADMIN, text), named(DEVELOPER, text)),
            List.of(group),
            text,
            sink)) {
      Browser signIn = site.browser();
      signIn.get(Paths.SIGN_IN);
      pages.put("sign-in", signIn.get(Paths.SIGN_IN));
      pages.put(
          "sign-in refused", signIn.get(Paths.SIGN_IN).submit(Paths.SIGN_IN, "name", "-" + text));

      Browser developer = site.as(DEVELOPER);
      Browser administrator = site.as(ADMIN);
      pages.put("info", developer.get(Paths.info("new")));
      pages.put(
          "info refused",
          developer
              .get(Paths.info("new"))
              .submit(
                  Paths.info("new"),
                  "subscription",
                  "-" + text,
                  "resourceGroup",
                  "-" + text,
                  "destination",
                  "<" + text,
                  "applicationId",
                  "-" + text,
                  "description",
                  "-" + text));
      pages.put("wizard review", developer.get(Paths.creation("new")));
      pages.put("dataset", developer.get(Paths.dataset("new", MESSAGE)));
      pages.put(
          "dataset refused",
          developer
              .get(Paths.dataset("new", MESSAGE))
              .submit(
                  Paths.dataset("new", MESSAGE),
                  "columns",
                  "some",
                  "column",
                  "-" + text,
                  "scope",
                  "FilterUri",
                  "moreGroups",
                  text,
                  "filterUri",
                  text));
      pages.put(
          "dataset unknown",
          developer
              .get(Paths.datasets("new"))
              .submit(Paths.datasets("new"), "dataset", "-" + text));
      site.registrations.register(entry(site, text, Scope.groups(group.id())));
      pages.put("apps", developer.get(Paths.APPS));
      pages.put("app", developer.get(Paths.app(site.appId())));
      pages.put("deletion", developer.get(Paths.deletion(site.appId())));
      pages.put("edit", developer.get(Paths.info(site.appId())));
      pages.put("datasets", developer.get(Paths.datasets(site.appId())));
      pages.put("reviews", administrator.get(Paths.REVIEWS));
      pages.put("overview", administrator.get(Paths.review(site.appId())));
      pages.put("groups", administrator.get(Paths.reviewed(site.appId(), 1)));
      site.registrations.register(
          entry(site, text, Scope.filter("https://graph.microsoft.com/?$filter=" + text)));
      pages.put("filter", administrator.get(Paths.decision(site.appId()) + "?version=1"));
      pages.put(
          "approved",
          administrator
              .get(Paths.decision(site.appId()))
              .submit(Paths.approval(site.appId()), "reason", text));
      pages.put("decided", administrator.get(Paths.decision(site.appId())));
    }
    return pages;
  }

  private static Person named(Person person, String text) {
    return new Person(
        person.id(),
        person.id() + text,
        text,
        text,
        text,
        person.managerId(),
        person.guest(),
        person.enabled(),
        person.region());
  }

  private static Entry entry(PortalSite site, String text, Scope scope) {
    return new Entry(
        TENANT,
        site.appId(),
        DEVELOPER.id(),
        text,
        text,
        text,
        PortalSite.SINK.blob(),
        List.of(
            new AuthorizedDataset(
                Catalog.builtIn().dataset(MESSAGE).columns("sender", "subject"), scope)));
  }

  /** The elements and attributes of a page, and where it leads to. */
  private static List<String> skeleton(String page) {
    List<String> skeleton = new ArrayList<>();
    Matcher tag = TAG.matcher(page);
    int end = 0;
    while (tag.find()) {
      assertThat(page.substring(end, tag.start()))
          .as("the text before %s", tag.group())
          .doesNotContain("<");
      end = tag.end();
      StringBuilder element = new StringBuilder(tag.group(1));
      Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
      while (attribute.find()) {
        element.append(' ').append(attribute.group(1));
        if (attribute.group(1).matches("href|src|action|form|class|id|type|name")) {
          assertThat(attribute.group(2)).doesNotContain("alert(1)", "evil.test");
          element.append('=').append(kind(attribute.group(2)));
        }
      }
      skeleton.add(element.toString());
    }
    assertThat(page.substring(end)).doesNotContain("<");
    return skeleton;
  }

  private static String kind(String value) {
    return value.startsWith("/data-connect/portal/") ? "ours" : value;
  }
}
