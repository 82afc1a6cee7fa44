package io.github.dataconnect4j.tenant;

import java.util.Base64;
import java.util.SplittableRandom;

/**
 * Ids in the form of Exchange's, which begin with the mailbox and end with the item.
 *
 * @param mailbox what the ids of one mailbox have in common
 */
record MailboxIds(String mailbox) {

  private static final String FOLDER = "AuAAAAAAD";
  private static final String ITEM = "BGAAAAAAD";

  static MailboxIds of(Chance chance, int user) {
    return new MailboxIds("AAMkAD" + noise(chance.at(user), 39) + "c3NwA");
  }

  String folder(int number) {
    return mailbox + FOLDER + mailbox.substring(8, 40) + "AAAAAA" + (char) ('B' + number) + "AAA=";
  }

  String item(Chance chance, long place) {
    return mailbox
        + ITEM
        + mailbox.substring(8, 40)
        + "AAAAAAENAAD"
        + noise(new SplittableRandom(chance.number(place)), 30)
        + "AAA=";
  }

  /** Letters and digits that mean nothing, three for every four bytes' worth of base64. */
  static String noise(SplittableRandom random, int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }
}
