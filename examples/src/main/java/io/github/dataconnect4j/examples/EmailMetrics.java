package io.github.dataconnect4j.examples;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who wrote how much, and when: what Microsoft's tutorial ends with. Grows with the number of
 * senders and days, not with that of messages.
 */
final class EmailMetrics {

  private static final int TOP = 5;
  private static final int DAYS = 7;
  private static final int BAR = 40;

  private final Map<String, Long> bySender = new HashMap<>();
  private final TreeMap<LocalDate, Long> byDay = new TreeMap<>();
  private long rows;

  /** Reads all rows of a run. */
  static EmailMetrics of(Extracts extracts) {
    EmailMetrics metrics = new EmailMetrics();
    try (Rows<MessageV1> rows = extracts.rows(MESSAGE_V1)) {
      rows.forEach(metrics::count);
    }
    return metrics;
  }

  private void count(MessageV1 message) {
    rows++;
    message
        .sender()
        .flatMap(MessageV1.Recipient::emailAddress)
        .flatMap(MessageV1.EmailAddress::address)
        .ifPresent(address -> bySender.merge(address.toLowerCase(Locale.ROOT), 1L, Long::sum));
    message
        .receivedDateTime()
        .ifPresent(time -> byDay.merge(LocalDate.ofInstant(time, ZoneOffset.UTC), 1L, Long::sum));
  }

  long rows() {
    return rows;
  }

  /** Whether any row had a sender. */
  boolean hasMail() {
    return !bySender.isEmpty();
  }

  /** The metrics as a terminal shows them. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%,d messages of %,d senders", rows, bySender.size()));
    lines.add("");
    lines.add("Top senders");
    bySender.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .forEach(
            sender ->
                lines.add(
                    String.format(Locale.ROOT, "  %,8d  %s", sender.getValue(), sender.getKey())));
    lines.add("");
    lines.add("Messages per day, the last " + DAYS + " with any");
    long most = byDay.values().stream().mapToLong(Long::longValue).max().orElse(1);
    byDay.descendingMap().entrySet().stream()
        .limit(DAYS)
        .forEach(
            day ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %s %,8d  %s",
                        day.getKey(),
                        day.getValue(),
                        "#".repeat((int) Math.max(1, BAR * day.getValue() / most)))));
    return String.join(System.lineSeparator(), lines);
  }
}
