package io.github.dataconnect4j.planted.lower;

import io.github.dataconnect4j.planted.upper.Upper;

/** Looks up, and closes a circle: the rule of floors must catch it. */
public final class Lower {

  public Upper above() {
    return new Upper(this);
  }
}
