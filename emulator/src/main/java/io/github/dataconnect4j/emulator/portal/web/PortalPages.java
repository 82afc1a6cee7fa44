package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.http.FormFields;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.portal.AppRegistrations;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two portals as web pages, which need no script.
 *
 * <p>A form is taken once, from the session that was shown it, and only as a form from a page of
 * this very place; what it decides is what the page showed, or nothing.
 *
 * <p>Thread-safe.
 */
public final class PortalPages implements Service {

  private static final String APP = Paths.APPS + "/{applicationId}";
  private static final String DRAFT = Paths.HOME + "/register/{draft}";
  private static final String DATASET = DRAFT + "/datasets/{dataset}";
  private static final String REVIEW = Paths.REVIEWS + "/apps/{applicationId}";

  private final PortalWorld world;
  private final PortalSessions sessions;
  private final SignInPages signIn;
  private final Routes routes = new Routes();

  /**
   * @param sinks where data can be delivered
   * @param time the emulator's, by which approvals end
   * @param machine the machine's, by which sign-ins end
   */
  public PortalPages(
      DirectoryStore directory,
      AppRegistrations registrations,
      Sinks sinks,
      TimeSource time,
      TimeSource machine) {
    this.world = new PortalWorld(directory, registrations, sinks, time);
    this.sessions = new PortalSessions(machine);
    this.signIn = new SignInPages(world.directory(), sessions);
    addEntrance();
    addDeveloper(new DeveloperPages(world));
    addWizard(new WizardPages(world));
    addAdministrator(new AdministratorPages(world));
  }

  private void addEntrance() {
    routes
        .on("GET", Paths.STYLE, own("Style"), (request, path) -> style())
        .on("GET", Paths.ICON, own("Icon"), (request, path) -> icon())
        .on("GET", Paths.CALLS, own("Entrance"), (request, path) -> Html.goTo(Paths.HOME))
        .on("GET", Paths.SIGN_IN, own("SignIn"), (request, path) -> showSignIn(request))
        .on("POST", Paths.SIGN_IN, own("SignIn"), (request, path) -> signIn(request))
        .on(
            "POST",
            Paths.SIGN_OUT,
            own("SignOut"),
            form((visit, path) -> signIn.signOut(visit), path -> Paths.HOME));
  }

  private void addDeveloper(DeveloperPages pages) {
    routes
        .on("GET", Paths.HOME, own("Home"), page(pages::home))
        .on("GET", Paths.APPS, own("ListApps"), page(pages::list))
        .on("GET", APP, own("ShowApp"), page(pages::app))
        .on("GET", APP + "/delete", own("DeleteApp"), page(pages::askDeletion))
        .on(
            "POST",
            APP + "/delete",
            own("DeleteApp"),
            form(pages::delete, path -> Paths.app(path.get("applicationId"))));
  }

  private void addWizard(WizardPages pages) {
    DatasetPages datasets = new DatasetPages(world, pages);
    routes
        .on("GET", DRAFT, own("EnterInfo"), page(pages::start))
        .on("GET", DRAFT + "/info", own("EnterInfo"), page(pages::info))
        .on("POST", DRAFT + "/info", own("EnterInfo"), draftForm(pages::enterInfo))
        .on("GET", DRAFT + "/datasets", own("EnterDatasets"), page(datasets::list))
        .on("POST", DRAFT + "/datasets", own("EnterDatasets"), draftForm(datasets::choose))
        .on("GET", DATASET, own("EnterDataset"), page(datasets::show))
        .on("POST", DATASET, own("EnterDataset"), draftForm(datasets::save))
        .on("POST", DATASET + "/remove", own("RemoveDataset"), draftForm(datasets::remove))
        .on("GET", DRAFT + "/review", own("Register"), page(pages::review))
        .on("POST", DRAFT + "/review", own("Register"), draftForm(pages::create))
        .on("POST", DRAFT + "/cancel", own("CancelEntry"), draftForm(pages::cancel));
  }

  private void addAdministrator(AdministratorPages pages) {
    Function<Path, String> back = path -> Paths.decision(path.get("applicationId"));
    routes
        .on("GET", Paths.REVIEWS, own("ListReviews"), page(pages::list))
        .on("GET", Paths.SETTINGS, own("ChangeSettings"), page(pages::settings))
        .on(
            "POST",
            Paths.SETTINGS,
            own("ChangeSettings"),
            form(pages::changeSettings, path -> Paths.SETTINGS))
        .on("GET", REVIEW, own("Review"), page(pages::overview))
        .on("GET", REVIEW + "/datasets/{number}", own("Review"), page(pages::dataset))
        .on("GET", REVIEW + "/review", own("Review"), page(pages::decision))
        .on("POST", REVIEW + "/approve", own("Approve"), form(pages::approve, back))
        .on("POST", REVIEW + "/decline", own("Decline"), form(pages::decline, back));
  }

  @Override
  public String name() {
    return "portal-pages";
  }

  @Override
  public boolean claims(Request request) {
    List<String> path = request.segments();
    return !path.isEmpty()
        && path.get(0).equalsIgnoreCase(Paths.CALLS.substring(1))
        && (path.size() == 1 || path.get(1).equalsIgnoreCase("portal"));
  }

  @Override
  public Routes routes() {
    return routes;
  }

  /** Nothing here: each page says itself who may see it. */
  @Override
  public void authenticate(Request request) {}

  @Override
  public Response unknownRoute(Request request) {
    return refusal(404, "There is no such page.", "Follow a link instead.", Paths.HOME);
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    return refusal(400, "The form cannot be read.", "Open the page again.", Paths.HOME);
  }

  @Override
  public Response refused(Request request, int status) {
    return refusal(status, "An ordered fault.", "This fault was ordered.", Paths.HOME);
  }

  @Override
  public Response failed(Request request) {
    return refusal(500, "The portal failed.", "See the emulator's log.", Paths.HOME);
  }

  @Override
  public Response finish(Request request, Response response) {
    return Html.guarded(response);
  }

  private static Response style() {
    return Html.resource("style.css", "text/css; charset=utf-8");
  }

  private static Response icon() {
    return Html.resource("icon.svg", "image/svg+xml");
  }

  private Response showSignIn(Request request) {
    return signIn.show(request, Optional.empty());
  }

  private Response signIn(Request request) throws IOException {
    Optional<PortalSession> visit = sessions.visiting(request);
    Optional<FormFields> form = formOf(request);
    boolean ours =
        visit.isPresent()
            && form.isPresent()
            && visit.get().forms().redeem(form.get().first("token"), Paths.SIGN_IN).isPresent();
    return ours ? signIn.signIn(request, form.get(), visit.get()) : strayForm(Paths.SIGN_IN);
  }

  private Routes.Handler page(Page page) {
    return (request, path) -> {
      Optional<Visit> visit = visit(request, FormFields.none(), Visit.NOTHING);
      return visit.isEmpty()
          ? Html.goTo(Paths.signInFor(request.target()))
          : refusing(() -> page.show(visit.get(), path), Paths.HOME);
    };
  }

  private Routes.Handler draftForm(Page page) {
    return form(page, path -> Paths.info(path.get("draft")));
  }

  /**
   * @param back the page to go back to where it is refused
   */
  private Routes.Handler form(Page page, Function<Path, String> back) {
    return (request, path) -> {
      Optional<FormFields> form = formOf(request);
      Optional<PortalSession> session = sessions.signedIn(request);
      if (form.isEmpty() || session.isEmpty()) {
        return strayForm(back.apply(path));
      }
      Optional<Object> seen =
          session.get().forms().redeem(form.get().first("token"), request.target());
      Optional<Visit> visit = seen.flatMap(shown -> visit(request, form.get(), shown));
      return visit.isEmpty()
          ? strayForm(back.apply(path))
          : refusing(() -> page.show(visit.get(), path), back.apply(path));
    };
  }

  /**
   * A form, if it comes from a page of ours: what other places can make a browser send does not.
   */
  private static Optional<FormFields> formOf(Request request) throws IOException {
    boolean here = request.header("Sec-Fetch-Site").orElse("same-origin").equals("same-origin");
    return here && FormFields.isForm(request)
        ? Optional.of(FormFields.of(request))
        : Optional.empty();
  }

  private Optional<Visit> visit(Request request, FormFields form, Object seen) {
    return sessions
        .signedIn(request)
        .flatMap(
            session ->
                session
                    .personId()
                    .flatMap(world.directory()::person)
                    .filter(Person::enabled)
                    .map(person -> new Visit(request, session, person, form, seen)));
  }

  private static Response strayForm(String back) {
    return refusal(
        403,
        "This form is not good any more.",
        "It was sent before, or is not from a page that you were shown after you signed in. Nothing"
            + " was changed. Open the page again.",
        back);
  }

  private static Response refusing(Answer answer, String back) throws IOException {
    try {
      return answer.make();
    } catch (PortalRefusedException e) {
      return refusal(e.status(), "This was refused.", String.valueOf(e.getMessage()), back);
    }
  }

  private static Response refusal(int status, String title, String text, String back) {
    Frame frame = Frame.ofNobody(title);
    return Html.page(status, out -> JterefusalGenerated.render(out, Html.PLAIN, frame, text, back));
  }

  private static Operation own(String name) {
    return Operation.assumed("PortalPages_" + name, "the emulator's own pages, after Microsoft's");
  }

  /** Makes the answer to somebody who is signed in. */
  @FunctionalInterface
  private interface Page {
    Response show(Visit visit, Path path) throws IOException;
  }

  /** An answer that may be refused. */
  @FunctionalInterface
  private interface Answer {
    Response make() throws IOException;
  }
}
