package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.portal.web.Frame.Area;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the administrator decides: the list, the review of one app, and the tenant's setting.
 * Thread-safe.
 */
final class AdministratorPages {

  private final PortalWorld world;

  AdministratorPages(PortalWorld world) {
    this.world = world;
  }

  Response list(Visit visit, Path path) {
    requireReviewer(visit);
    List<AppView> apps = world.registrations().all().stream().map(world::view).toList();
    boolean on = world.registrations().isDataConnectOn();
    Frame frame = Frame.of("Data Connect applications", Area.ADMINISTRATOR, visit);
    return Html.page(
        200,
        out -> JtereviewsGenerated.render(out, Html.PLAIN, frame, apps, on, world.time().now()));
  }

  Response overview(Visit visit, Path path) {
    AppRegistration registration = require(visit, path);
    AppView app = world.view(registration);
    Frame frame = reviewFrame(visit, app);
    return Html.page(200, out -> JteoverviewGenerated.render(out, Html.PLAIN, frame, app));
  }

  Response dataset(Visit visit, Path path) {
    AppView app = world.view(require(visit, path));
    int number = number(path.get("number"));
    if (number < 1 || number > app.datasets().size()) {
      visit.session().tell(Notice.changed("The registration changed meanwhile. Begin anew."));
      return Html.goTo(Paths.review(app.id()));
    }
    Frame frame = reviewFrame(visit, app);
    return Html.page(
        200, out -> JtereviewdatasetGenerated.render(out, Html.PLAIN, frame, app, number));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
  }

  Response decision(Visit visit, Path path) {
    AppRegistration registration = require(visit, path);
    AppView app = world.view(registration);
    Frame frame = reviewFrame(visit, app);
    boolean decides = world.isGlobalAdministrator(visit.person());
    String approve = decides ? visit.token(Paths.approval(app.id()), registration) : "";
    String decline = decides ? visit.token(Paths.decline(app.id()), registration) : "";
    return Html.page(
        200,
        out -> JtedecisionGenerated.render(out, Html.PLAIN, frame, app, decides, approve, decline));
  }

  // Who clicks through page after page is told when they are no longer about the same.
  private static Frame reviewFrame(Visit visit, AppView app) {
    Frame frame = Frame.of("Review " + app.name(), Area.ADMINISTRATOR, visit);
    Optional<String> version = visit.request().query("version");
    return version.isEmpty() || version.get().equals(app.version())
        ? frame
        : frame.saying(
            Notice.changed(
                "The registration changed meanwhile. This is version "
                    + app.version()
                    + "; look at all of it again."));
  }

  Response approve(Visit visit, Path path) {
    return decide(
        visit,
        path,
        registration ->
            world
                .registrations()
                .approve(id(registration), registration.versionText(), visit.person().id()),
        "is approved for 180 days.");
  }

  Response decline(Visit visit, Path path) {
    String reason = visit.form().first("reason");
    return decide(
        visit,
        path,
        registration ->
            world
                .registrations()
                .decline(id(registration), registration.versionText(), visit.person().id(), reason),
        "is declined.");
  }

  private Response decide(Visit visit, Path path, Decision decision, String told) {
    AppRegistration registration = require(visit, path);
    Supplier<AppRegistration> act = () -> decision.about(registration);
    Optional<AppRegistration> done =
        visit.seen() instanceof AppRegistration seen
            ? world.registrations().ifStill(seen, act)
            : Optional.empty();
    if (done.isEmpty()) {
      visit
          .session()
          .tell(
              Notice.changed(
                  "Nothing was decided: the registration changed while you were reading it. This"
                      + " is how it stands now."));
      return Html.goTo(Paths.decision(id(registration)));
    }
    visit.session().tell(Notice.done(world.nameOf(id(registration)) + " " + told));
    return Html.goTo(Paths.REVIEWS);
  }

  Response settings(Visit visit, Path path) {
    requireReviewer(visit);
    boolean on = world.registrations().isDataConnectOn();
    Frame frame = Frame.of("Settings", Area.ADMINISTRATOR, visit);
    String token = visit.token(Paths.SETTINGS, on);
    boolean changes = world.isGlobalAdministrator(visit.person());
    return Html.page(
        200, out -> JtesettingsGenerated.render(out, Html.PLAIN, frame, on, changes, token));
  }

  Response changeSettings(Visit visit, Path path) {
    world.registrations().requireGlobalAdministrator(visit.person().id());
    if (visit.form().first("dataConnect").equals("on")) {
      world.registrations().setDataConnectOn();
      visit.session().tell(Notice.done("Data Connect is on for the tenant."));
    } else {
      world.registrations().setDataConnectOff();
      visit.session().tell(Notice.done("Data Connect is off for the tenant."));
    }
    return Html.goTo(Paths.SETTINGS);
  }

  private AppRegistration require(Visit visit, Path path) {
    requireReviewer(visit);
    return world
        .registrations()
        .find(path.get("applicationId"))
        .orElseThrow(PortalRefusedException::registrationNotFound);
  }

  private void requireReviewer(Visit visit) {
    if (!world.mayReview(visit.person())) {
      throw PortalRefusedException.notGlobalAdministrator(visit.person().principalName());
    }
  }

  private static String id(AppRegistration registration) {
    return registration.entry().applicationId();
  }

  /** Approving, or declining. */
  @FunctionalInterface
  private interface Decision {
    AppRegistration about(AppRegistration registration);
  }
}
