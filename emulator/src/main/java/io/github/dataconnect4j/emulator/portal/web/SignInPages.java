package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.http.FormFields;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.portal.PortalRefusedException;
import io.github.dataconnect4j.tenant.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signing in, which is to choose a person: the emulator takes a visitor's word. Thread-safe. */
final class SignInPages {

  /** How many people without a role are offered; the others are named by hand. */
  private static final int MOST_OTHERS = 30;

  private final DirectoryStore directory;
  private final PortalSessions sessions;

  SignInPages(DirectoryStore directory, PortalSessions sessions) {
    this.directory = directory;
    this.sessions = sessions;
  }

  Response show(Request request, Optional<Notice> notice) {
    Optional<PortalSession> known = sessions.visiting(request);
    PortalSession visit = known.orElseGet(sessions::visit);
    String next = Paths.pageOrHome(request.query("next").orElse(Paths.HOME));
    Response page = page(200, visit, next, notice);
    return known.isPresent() ? page : Cookie.VISITING.put(page, request, visit.id());
  }

  private Response page(int status, PortalSession visit, String next, Optional<Notice> notice) {
    Frame plain = Frame.ofNobody("Sign in");
    Frame frame = notice.map(plain::saying).orElse(plain);
    String token = visit.forms().issue(Paths.SIGN_IN, Visit.NOTHING);
    List<Choice> all =
        directory.people().stream().filter(Person::enabled).map(this::choice).toList();
    List<Choice> withRoles = all.stream().filter(one -> !one.roles().isEmpty()).toList();
    List<Choice> others =
        all.stream()
            .filter(one -> one.roles().isEmpty())
            .sorted(Comparator.comparing(Choice::name))
            .limit(MOST_OTHERS)
            .toList();
    return Html.page(
        status,
        out -> JtesigninGenerated.render(out, Html.PLAIN, frame, token, next, withRoles, others));
  }

  private Choice choice(Person person) {
    List<String> roles =
        directory.rolesOf(person.id()).stream()
            .map(DirectoryRole::displayName)
            .collect(Collectors.toCollection(ArrayList::new));
    if (person.guest()) {
      roles.add("Guest");
    }
    return new Choice(
        person.id(), person.displayName(), person.principalName(), String.join(", ", roles));
  }

  Response signIn(Request request, FormFields form, PortalSession visit) {
    String next = Paths.pageOrHome(form.first("next"));
    try {
      PortalSession session = sessions.signIn(require(chosen(form)).id());
      sessions.end(visit);
      sessions.signedIn(request).ifPresent(sessions::end);
      return Cookie.SIGNED_IN.put(Html.goTo(next), request, session.id());
    } catch (PortalRefusedException e) {
      Notice notice =
          Notice.refused("Nobody was signed in.", List.of(String.valueOf(e.getMessage())));
      return page(e.status(), visit, next, Optional.of(notice));
    }
  }

  // The button that was pressed; by the Enter key in the text field, what was typed.
  private static String chosen(FormFields form) {
    String pressed = form.first("user");
    return pressed.isEmpty() ? form.first("name") : pressed;
  }

  private Person require(String user) {
    Person person =
        directory.person(user).orElseThrow(() -> PortalRefusedException.unknownUser(user));
    if (!person.enabled()) {
      throw PortalRefusedException.disabledUser(user);
    }
    return person;
  }

  Response signOut(Visit visit) {
    sessions.end(visit.session());
    return Cookie.SIGNED_IN.remove(Html.goTo(Paths.SIGN_IN), visit.request());
  }

  /**
   * Somebody to sign in as.
   *
   * @param id the object id
   * @param name the name to show
   * @param principalName the user principal name
   * @param roles the directory roles; empty for none
   */
  record Choice(String id, String name, String principalName, String roles) {}
}
