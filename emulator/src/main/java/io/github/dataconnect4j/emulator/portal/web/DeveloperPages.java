package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.portal.web.Frame.Area;
import java.util.List;

/** The developer's registrations: the list, one of them, its deletion. Thread-safe. */
final class DeveloperPages {

  private final PortalWorld world;

  DeveloperPages(PortalWorld world) {
    this.world = world;
  }

  Response home(Visit visit, Path path) {
    Frame frame = Frame.of("Microsoft Graph Data Connect", Area.NONE, visit);
    boolean reviews = world.mayReview(visit.person());
    return Html.page(200, out -> JtehomeGenerated.render(out, Html.PLAIN, frame, reviews));
  }

  Response list(Visit visit, Path path) {
    List<AppView> apps =
        world.registrations().all().stream()
            .filter(one -> isShownTo(visit, one))
            .map(world::view)
            .toList();
    boolean on = world.registrations().isDataConnectOn();
    Frame frame = Frame.of("Registered apps", Area.DEVELOPER, visit);
    return Html.page(200, out -> JteappsGenerated.render(out, Html.PLAIN, frame, apps, on));
  }

  Response app(Visit visit, Path path) {
    AppView app = world.view(require(visit, path));
    Frame frame = Frame.of(app.name(), Area.DEVELOPER, visit);
    return Html.page(200, out -> JteappGenerated.render(out, Html.PLAIN, frame, app));
  }

  Response askDeletion(Visit visit, Path path) {
    return deletionPage(200, visit, require(visit, path), List.of());
  }

  private Response deletionPage(
      int status, Visit visit, AppRegistration registration, List<String> faults) {
    AppView app = world.view(registration);
    Frame plain = Frame.of("Delete " + app.name(), Area.DEVELOPER, visit);
    Frame frame =
        faults.isEmpty() ? plain : plain.saying(Notice.refused("Nothing was deleted.", faults));
    String token = visit.token(Paths.deletion(app.id()), registration);
    return Html.page(status, out -> JtedeleteGenerated.render(out, Html.PLAIN, frame, app, token));
  }

  Response delete(Visit visit, Path path) {
    AppRegistration registration = require(visit, path);
    String name = world.nameOf(registration.entry().applicationId());
    if (!visit.form().first("name").equals(name)) {
      return deletionPage(
          422, visit, registration, List.of("Type the app's name exactly as it is shown."));
    }
    if (!registration.equals(visit.seen())) {
      visit.session().tell(Notice.changed("The registration changed meanwhile. Look again."));
      return Html.goTo(Paths.deletion(registration.entry().applicationId()));
    }
    world.registrations().withdraw(registration.entry().applicationId(), visit.person().id());
    visit.session().tell(Notice.done("The registration of " + name + " is deleted."));
    return Html.goTo(Paths.APPS);
  }

  private AppRegistration require(Visit visit, Path path) {
    return world
        .registrations()
        .find(path.get("applicationId"))
        .filter(one -> isShownTo(visit, one))
        .orElseThrow(PortalRefusedException::registrationNotFound);
  }

  // An owner's own, and everything for whoever may change everything.
  private boolean isShownTo(Visit visit, AppRegistration registration) {
    return world.owns(visit.person(), registration.entry().applicationId())
        || world.isGlobalAdministrator(visit.person());
  }
}
