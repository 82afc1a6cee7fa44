package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.emulator.http.FormFields;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.tenant.Person;
import java.util.List;

/**
 * A request of somebody who is signed in.
 *
 * @param request what was sent
 * @param session the browser
 * @param person who it is
 * @param form the form's fields; empty for a GET
 * @param seen what the form was shown with; an empty list for a GET
 */
record Visit(Request request, PortalSession session, Person person, FormFields form, Object seen) {

  /** What stands for a form that shows nothing that could change. */
  static final Object NOTHING = List.of();

  /** A token for a form on the page that is being made. */
  String token(String address) {
    return token(address, NOTHING);
  }

  /**
   * A token for a form that is good only while something stands as it is shown.
   *
   * @param shown compared by {@code equals} when the form comes back
   */
  String token(String address, Object shown) {
    return session.forms().issue(address, shown);
  }
}
