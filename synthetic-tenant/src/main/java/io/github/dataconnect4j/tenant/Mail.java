package io.github.dataconnect4j.tenant;

import java.time.Instant;
import java.util.List;

/**
 * One mail, or one message of a chat, the same for everybody who has it.
 *
 * @param key what everything else about it follows from
 * @param thread what everything follows from that its whole thread shares
 * @param step its place in the thread; 0 for the first
 * @param sender who wrote it
 * @param to to whom
 * @param cc to whom else
 * @param sent when
 */
record Mail(
    long key,
    long thread,
    int step,
    Staff.Mailbox sender,
    List<Staff.Mailbox> to,
    List<Staff.Mailbox> cc,
    Instant sent) {}
