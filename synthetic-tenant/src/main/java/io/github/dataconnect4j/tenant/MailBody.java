package io.github.dataconnect4j.tenant;

import java.util.SplittableRandom;

/**
 * The text of a mail.
 *
 * @param whole all of it, as HTML, with what it answers to
 * @param unique what is new in it, as HTML
 * @param preview how it begins, as text
 */
record MailBody(String whole, String unique, String preview) {

  private static final int PREVIEW = 255;

  private static final String HEAD =
      "<html><head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"
          + "<style type=\"text/css\" style=\"display:none\">\r\n<!--\r\np\r\n\t{margin-top:0;\r\n"
          + "\tmargin-bottom:0}\r\n-->\r\n</style></head>\r\n<body dir=\"ltr\">\r\n";
  private static final String TAIL = "</body></html>\r\n";
  private static final String QUOTE =
      "<hr tabindex=\"-1\" style=\"display:inline-block; width:98%\">\r\n"
          + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri, sans-serif\" color=\"#000000\""
          + " style=\"font-size:11pt\"><b>Subject:</b> ";

  static MailBody of(Mail mail, String subject, SplittableRandom random) {
    String given = mail.sender().name().substring(0, mail.sender().name().indexOf(' '));
    StringBuilder text = new StringBuilder(2000);
    StringBuilder preview = new StringBuilder(400);
    text.append(HEAD);
    // Most mails are short, and some are long.
    int paragraphs = 1 + random.nextInt(3) + random.nextInt(1 + random.nextInt(4));
    for (int i = 0; i < paragraphs; i++) {
      int start = text.append("<div class=\"elementToProof\"><p>").length();
      Prose.sentences(random, 1 + random.nextInt(3), text);
      if (preview.length() < PREVIEW) {
        preview.append(text, start, text.length()).append("\r\n\r\n");
      }
      text.append("</p></div>\r\n");
    }
    text.append("<p>Best regards,<br>").append(given).append("</p>\r\n");
    String unique = text.toString() + TAIL;
    if (mail.step() > 0) {
      text.append(QUOTE).append(subject).append("</font></div>\r\n<blockquote><p>");
      Prose.sentences(new SplittableRandom(mail.thread()), 2 + 2 * mail.step(), text);
      text.append("</p></blockquote>\r\n");
    }
    preview.setLength(Math.min(PREVIEW, preview.length()));
    return new MailBody(text.append(TAIL).toString(), unique, preview.toString());
  }
}
