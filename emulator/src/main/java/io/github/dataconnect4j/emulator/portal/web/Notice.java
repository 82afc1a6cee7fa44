package io.github.dataconnect4j.emulator.portal.web;

import java.util.List;

/**
 * What a page says before anything else.
 *
 * @param tone whether it is good
 * @param title one line
 * @param lines what there is to add
 */
record Notice(Tone tone, String title, List<String> lines) {

  Notice {
    lines = List.copyOf(lines);
  }

  static Notice done(String title) {
    return new Notice(Tone.DONE, title, List.of());
  }

  static Notice changed(String title) {
    return new Notice(Tone.CHANGED, title, List.of());
  }

  static Notice refused(String title, List<String> lines) {
    return new Notice(Tone.REFUSED, title, lines);
  }

  /** The name of its style. */
  String style() {
    return switch (tone) {
      case DONE -> "done";
      case CHANGED -> "changed";
      case REFUSED -> "refused";
    };
  }

  /** How screen readers announce it. */
  String role() {
    return tone == Tone.DONE ? "status" : "alert";
  }

  enum Tone {
    DONE,
    /** Something is not as it was when it was shown. */
    CHANGED,
    REFUSED
  }
}
