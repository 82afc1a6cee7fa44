package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.dataset.Dataset;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Shows one mail as a row of somebody's mailbox, in the spelling of a dataset. */
final class MailRows {

  private static final int INBOX = 11;
  private static final int SENT = 8;

  private final String dataset;
  private final Spelling spelling;
  private final Chance chance;

  MailRows(Dataset<?> dataset, Spelling spelling, Chance chance) {
    this.dataset = dataset.name();
    this.spelling = spelling;
    this.chance = chance;
  }

  /**
   * The cells of a mail.
   *
   * @param position its place in the mailbox
   * @param mine whether the mailbox's owner wrote it
   */
  RowShape.Cells cells(Mail mail, MailboxIds ids, int position, boolean mine) {
    SplittableRandom random = new SplittableRandom(mail.key());
    SplittableRandom thread = new SplittableRandom(mail.thread());
    // Drawn in this order for every dataset, so that a mail is the same in all of them.
    String threadSubject = Prose.subject(thread);
    byte[] conversation = new byte[16];
    thread.nextBytes(conversation);
    String subject = mail.step() == 0 ? threadSubject : "RE: " + threadSubject;
    boolean attached = random.nextInt(12) == 0;
    boolean important = random.nextInt(20) == 0;
    long attachment = random.nextLong();
    MailBody body = MailBody.of(mail, threadSubject, random);
    // What follows is of this copy alone.
    SplittableRandom copy = new SplittableRandom(chance.number(mail.key() + position));
    Instant arrived = mine ? mail.sent() : mail.sent().plusSeconds(1 + copy.nextInt(5));
    Instant changed = arrived.plusSeconds(copy.nextInt(3600));
    boolean read = mine || copy.nextInt(8) != 0;
    String id = ids.item(chance, mail.key() + position);
    return column ->
        switch (column) {
          case "id" -> Cell.text(id);
          case "createdDateTime", "receivedDateTime" -> Cell.time(arrived);
          case "lastModifiedDateTime" -> Cell.time(changed);
          case "sentDateTime" -> Cell.time(mail.sent());
          case "changeKey" -> Cell.text("CQAAABYAAAD" + id.substring(id.length() - 24));
          case "categories", "bccRecipients", "replyTo" -> Cell.array();
          case "hasAttachments" -> Cell.flag(attached);
          case "internetMessageId" -> Cell.text(internetMessageId(mail));
          case "subject" -> Cell.text(subject);
          case "bodyPreview" -> Cell.text(body.preview());
          case "importance" -> Cell.text(important ? "high" : "normal");
          case "parentFolderId" -> Cell.text(ids.folder(mine ? SENT : INBOX));
          case "conversationId" -> Cell.text(conversationId(conversation));
          case "conversationIndex" -> Cell.text(conversationIndex(conversation, mail.step()));
          case "isDeliveryReceiptRequested" -> Cell.NULL;
          case "isReadReceiptRequested", "isDraft" -> Cell.FALSE;
          case "isRead" -> Cell.flag(read);
          case "webLink" -> Cell.text(webLink(id));
          case "inferenceClassification" -> Cell.text("focused");
          case "body" -> body("html", body.whole());
          case "uniqueBody" -> body("html", body.unique());
          case "sender", "from" -> recipient(mail.sender());
          case "toRecipients" -> recipients(mail.to());
          case "ccRecipients" -> recipients(mail.cc());
          case "flag" ->
              Cell.object()
                  .set(
                      spelling.key("flagStatus"),
                      spelling.literal("followupFlagStatus", "notFlagged"));
          case "attachments" -> attached ? attachment(ids, attachment, arrived) : Cell.array();
          case "internetMessageHeaders" -> headers(mail, subject);
          case "ODataType" -> spelling.type("message");
          default -> throw Cell.unknown(dataset, column);
        };
  }

  /** The cells of a message of a chat, which Exchange keeps in the form of a mail. */
  RowShape.Cells chatCells(Mail mail, MailboxIds ids, int position, boolean mine) {
    RowShape.Cells likeMail = cells(mail, ids, position, mine);
    String text = Prose.chat(new SplittableRandom(mail.key()));
    return column ->
        switch (column) {
          case "subject" -> Cell.EMPTY;
          case "importance" -> Cell.text("Normal");
          case "hasAttachments" -> Cell.FALSE;
          case "attachments" -> Cell.array();
          case "internetMessageId" ->
              Cell.text(
                  Long.toString(mail.sent().toEpochMilli() + Math.floorMod(mail.key(), 1000L)));
          case "bodyPreview" -> Cell.text(text);
          case "body" -> body("html", "<html><head></head><body>" + text + "</body></html>");
          default -> likeMail.cell(column);
        };
  }

  private JsonNode body(String type, String content) {
    ObjectNode body = Cell.object();
    body.set(spelling.key("contentType"), spelling.literal("bodyType", type));
    return body.put(spelling.key("content"), content);
  }

  private ObjectNode recipient(Staff.Mailbox mailbox) {
    ObjectNode recipient = Cell.object();
    recipient
        .putObject(spelling.key("emailAddress"))
        .put(spelling.key("name"), mailbox.name())
        .put(spelling.key("address"), mailbox.address());
    return recipient;
  }

  private ArrayNode recipients(List<Staff.Mailbox> mailboxes) {
    ArrayNode recipients = Cell.array();
    mailboxes.forEach(mailbox -> recipients.add(recipient(mailbox)));
    return recipients;
  }

  private ArrayNode attachment(MailboxIds ids, long key, Instant time) {
    ArrayNode attachments = Cell.array();
    ObjectNode attachment = attachments.addObject();
    attachment.set(spelling.key("lastModifiedDateTime"), Cell.time(time));
    attachment
        .put(spelling.key("name"), "notes-" + Math.floorMod(key, 1000L) + ".docx")
        .put(
            spelling.key("contentType"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .put(spelling.key("size"), 20_000 + (int) Math.floorMod(key, 400_000L))
        .put(spelling.key("isInline"), false)
        .put(spelling.key("id"), ids.item(chance, key));
    attachment.set("ODataType", spelling.type("fileAttachment"));
    return attachments;
  }

  private static ArrayNode headers(Mail mail, String subject) {
    ArrayNode headers = Cell.array();
    String server = "MB" + hex(mail.thread()).substring(0, 10).toUpperCase(Locale.ROOT);
    header(
        headers,
        "Received",
        "from "
            + server
            + ".mail.example (2603:10a6::1) by "
            + server
            + ".mail.example with HTTPS; "
            + mail.sent());
    header(headers, "From", mail.sender().name() + " <" + mail.sender().address() + ">");
    header(headers, "Subject", subject);
    header(headers, "Message-ID", internetMessageId(mail));
    header(headers, "Content-Type", "multipart/alternative");
    header(headers, "MIME-Version", "1.0");
    return headers;
  }

  private static void header(ArrayNode headers, String name, String value) {
    headers.addObject().put("name", name).put("value", value);
  }

  private static String internetMessageId(Mail mail) {
    return "<" + hex(mail.key()) + hex(mail.thread()) + "@mail.example>";
  }

  private static String conversationId(byte[] conversation) {
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(conversation);
    return "AAQkADY0MTRiMDMyLWYyY2QtNGNmYi05MTZmLWE0MWQ5OTVkMTY3NwAQA" + id + "=";
  }

  /** 22 bytes for the thread, and five more for each answer. */
  private static String conversationIndex(byte[] conversation, int step) {
    byte[] index = new byte[22 + 5 * step];
    index[0] = 1;
    System.arraycopy(conversation, 0, index, 6, conversation.length);
    for (int i = 22; i < index.length; i++) {
      index[i] = (byte) (conversation[i % conversation.length] + i);
    }
    return Base64.getEncoder().encodeToString(index);
  }

  private static String webLink(String id) {
    return "https://outlook.office365.com/owa/?ItemID="
        + id.replace("=", "%3D")
        + "&exvsurl=1&viewmodel=ReadMessageItem";
  }

  private static String hex(long number) {
    return HexFormat.of().toHexDigits(number);
  }
}
