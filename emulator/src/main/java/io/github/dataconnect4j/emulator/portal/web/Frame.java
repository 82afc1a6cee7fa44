package io.github.dataconnect4j.emulator.portal.web;

import java.util.Optional;

/**
 * What is around every page.
 *
 * @param title the page's name
 * @param area whose portal it is
 * @param visitor the name of who is signed in; empty for nobody
 * @param signOut the token of the form that signs out; empty where nobody is signed in
 * @param notice what the page says first
 */
record Frame(String title, Area area, String visitor, String signOut, Optional<Notice> notice) {

  /** The portals. */
  enum Area {
    NONE(""),
    DEVELOPER("developer"),
    ADMINISTRATOR("administrator");

    private final String style;

    Area(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }

  static Frame ofNobody(String title) {
    return new Frame(title, Area.NONE, "", "", Optional.empty());
  }

  static Frame of(String title, Area area, Visit visit) {
    return new Frame(
        title,
        area,
        visit.person().displayName(),
        visit.token(Paths.SIGN_OUT),
        visit.session().takeNotice());
  }

  Frame saying(Notice said) {
    return new Frame(title, area, visitor, signOut, Optional.of(said));
  }
}
