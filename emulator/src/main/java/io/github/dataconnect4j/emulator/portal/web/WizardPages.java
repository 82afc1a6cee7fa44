package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.FormFields;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.portal.AppRegistration;
import io.github.dataconnect4j.emulator.portal.AppRegistrations.Effect;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.portal.web.Frame.Area;
import java.util.List;
import java.util.Optional;

/**
 * The wizard's first and third tab: registration info, and review and create. What is entered is
 * kept in the session until then. Thread-safe.
 */
final class WizardPages {

  private final PortalWorld world;

  WizardPages(PortalWorld world) {
    this.world = world;
  }

  Response start(Visit visit, Path path) {
    return Html.goTo(Paths.info(path.get("draft")));
  }

  Response info(Visit visit, Path path) {
    return infoPage(200, visit, path.get("draft"), List.of());
  }

  private Response infoPage(int status, Visit visit, String key, List<String> faults) {
    Draft draft = draft(visit, key);
    InfoView view = InfoView.of(draft, world, visit.person());
    Frame frame = frame(visit, draft, faults, "Something is missing.");
    String next = visit.token(Paths.info(key));
    String cancel = visit.token(Paths.discarding(key));
    return Html.page(
        status, out -> JteinfoGenerated.render(out, Html.PLAIN, frame, key, view, next, cancel));
  }

  Response enterInfo(Visit visit, Path path) {
    String key = path.get("draft");
    Draft before = draft(visit, key);
    FormFields form = visit.form();
    Draft.Fields fields =
        new Draft.Fields(
            form.first("subscription"),
            form.first("resourceGroup"),
            form.first("destination"),
            before
                .base()
                .map(base -> base.entry().applicationId())
                .orElseGet(() -> form.first("applicationId")),
            form.first("description"));
    visit.session().keep(key, before.withFields(fields));
    List<String> faults = InfoView.faults(fields, world.sinks());
    return faults.isEmpty() ? Html.goTo(Paths.datasets(key)) : infoPage(422, visit, key, faults);
  }

  Response review(Visit visit, Path path) {
    return reviewPage(200, visit, path.get("draft"), List.of());
  }

  private Response reviewPage(int status, Visit visit, String key, List<String> faults) {
    Draft draft = draft(visit, key);
    List<String> missing = faults.isEmpty() ? draft.faults() : faults;
    Frame frame = frame(visit, draft, missing, "The registration is not complete.");
    List<DatasetView> datasets =
        draft.datasets().stream().map(one -> DatasetView.of(one, world.directory())).toList();
    InfoView view = InfoView.of(draft, world, visit.person());
    String create = visit.token(Paths.creation(key), draft);
    String cancel = visit.token(Paths.discarding(key));
    return Html.page(
        status,
        out ->
            JtewizardreviewGenerated.render(
                out,
                Html.PLAIN,
                frame,
                key,
                view,
                datasets,
                draft.faults().isEmpty(),
                create,
                cancel));
  }

  Response create(Visit visit, Path path) {
    String key = path.get("draft");
    Draft draft = draft(visit, key);
    if (!draft.equals(visit.seen())) {
      visit.session().tell(Notice.changed("The entries changed meanwhile. Look them over again."));
      return Html.goTo(Paths.creation(key));
    }
    if (!draft.faults().isEmpty()) {
      return reviewPage(422, visit, key, draft.faults());
    }
    Optional<Response> outdated = outdated(visit, key, draft);
    if (outdated.isPresent()) {
      return outdated.get();
    }
    Effect effect =
        world
            .registrations()
            .register(draft.entry(world.directory().tenantId(), visit.person().id()))
            .effect();
    visit.session().discard(key);
    visit.session().tell(Notice.done(told(effect)));
    return Html.goTo(Paths.app(draft.fields().applicationId()));
  }

  private static String told(Effect effect) {
    return switch (effect) {
      case CREATED -> "The app is registered. An administrator must approve it now.";
      case NEW_VERSION -> "The registration is changed. An administrator must approve the change.";
      case CHANGED -> "The registration is changed. Nobody has to approve this.";
      case NONE -> "Nothing changed.";
    };
  }

  /** Somebody else changed what is being changed: it is begun anew from what stands now. */
  private Optional<Response> outdated(Visit visit, String key, Draft draft) {
    Optional<AppRegistration> now = world.registrations().find(draft.fields().applicationId());
    if (draft.base().equals(now)) {
      return Optional.empty();
    }
    visit.session().discard(key);
    visit
        .session()
        .tell(Notice.changed("The registration changed meanwhile. It is shown as it stands now."));
    return Optional.of(
        Html.goTo(now.isPresent() ? Paths.app(draft.fields().applicationId()) : Paths.APPS));
  }

  Response cancel(Visit visit, Path path) {
    visit.session().discard(path.get("draft"));
    return Html.goTo(Paths.APPS);
  }

  /** What is being entered: begun, if it is not yet. */
  Draft draft(Visit visit, String key) {
    Optional<Draft> known = visit.session().draft(key);
    if (known.isPresent()) {
      return known.get();
    }
    if (key.equals(Paths.NEW)) {
      return Draft.empty();
    }
    return world
        .registrations()
        .find(key)
        .filter(
            one ->
                world.owns(visit.person(), one.entry().applicationId())
                    || world.isGlobalAdministrator(visit.person()))
        .map(Draft::of)
        .orElseThrow(PortalRefusedException::registrationNotFound);
  }

  static Frame frame(Visit visit, Draft draft, List<String> faults, String fault) {
    String title = draft.base().isEmpty() ? "Register an app" : "Change a registration";
    Frame frame = Frame.of(title, Area.DEVELOPER, visit);
    return faults.isEmpty() ? frame : frame.saying(Notice.refused(fault, faults));
  }
}
