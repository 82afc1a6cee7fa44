package io.github.dataconnect4j.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One meeting, the same for everybody who is in it.
 *
 * @param key what everything else about it follows from
 * @param organizer who called it
 * @param attendees who else comes
 * @param created when it was called
 * @param start when it begins, for a series the first time
 * @param length how long it takes
 * @param weeks how many times it takes place, a week apart
 */
record Meeting(
    long key,
    Staff.Mailbox organizer,
    List<Staff.Mailbox> attendees,
    Instant created,
    Instant start,
    Duration length,
    int weeks) {}
