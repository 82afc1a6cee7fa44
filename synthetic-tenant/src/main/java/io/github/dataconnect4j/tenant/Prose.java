package io.github.dataconnect4j.tenant;

import java.util.List;
import java.util.SplittableRandom;

/** What people write: office English about a made-up project. */
final class Prose {

  private static final List<String> TOPICS =
      List.of(
          "the Larkspur launch",
          "the spring catalog",
          "the supplier audit",
          "the Harbor migration",
          "the quarterly forecast",
          "the onboarding guide",
          "the customer survey",
          "the Oslo office move",
          "the warranty process",
          "the training budget",
          "the Juniper pilot",
          "the travel policy",
          "the data retention plan",
          "the partner summit",
          "the pricing review",
          "the service desk rota");

  private static final List<String> SUBJECTS =
      List.of(
          "Next steps for %s",
          "Draft of %s",
          "Open questions on %s",
          "Minutes: %s",
          "Please review %s",
          "Figures for %s",
          "Delay in %s",
          "Agenda for %s",
          "Quick one about %s",
          "Decision needed on %s");

  private static final List<String> SENTENCES =
      List.of(
          "I have put the latest numbers into the shared folder, together with the notes from last"
              + " week.",
          "Could you have a look before the meeting and tell me whether anything is missing?",
          "The team in Lisbon found two gaps that we should close before the end of the month.",
          "We agreed to keep the scope as it is and to move everything else to the next round.",
          "From what I hear the vendor is ready to start, but they still wait for the signed"
              + " order.",
          "It would help a lot to have one page that says who does what by when.",
          "I would rather take one more day and send something that we do not have to correct.",
          "The second table shows the cost per site; the third one is only there for reference.",
          "Nobody objected to the plan, so I take it that we can go ahead.",
          "Please treat the attached version as a draft until finance has confirmed the totals.",
          "There is one risk I would like to raise early: the test environment is booked until"
              + " Thursday.",
          "If that does not work for you, suggest another slot and I will move the others.",
          "As discussed, support will take the first line and engineering the second.",
          "We had three answers so far, all of them positive, and expect the rest by Wednesday.",
          "My suggestion is to ask the two regions with the most tickets first.",
          "The old form stays available until everybody has been told about the new one.",
          "I talked to legal and they see no problem as long as the wording in section four stays.",
          "That leaves us with about two weeks, which is tight but not impossible.",
          "For the record: the change was approved by all three department heads.",
          "Let me know if you need the raw data, it is a bit too large for mail.",
          "We should say clearly what we will not do, otherwise the list grows every week.",
          "The feedback from the pilot group was better than I had expected.",
          "I am out of office on Friday, so anything urgent should go to the team mailbox.",
          "Once the translation is back we can publish the whole set.",
          "Two of the five sites have finished; the others report no blockers.",
          "Would it make sense to invite the people from operations as well?",
          "The short answer is yes, the longer one depends on the contract we have in place.",
          "I have marked the places where I was not sure what you meant.",
          "Thanks again for stepping in at such short notice, that saved us a day.",
          "The dashboard is updated every morning, so the figures may differ from the slides.",
          "We can save most of the travel if we do the first part remotely.",
          "To be safe I would keep both suppliers until the new one has delivered twice.");

  private static final List<String> CHATS =
      List.of(
          "Did you see the mail about %s?",
          "Can we talk about %s for five minutes?",
          "I just updated the page on %s.",
          "Yes, it is about done.",
          "Thanks, that helps!",
          "Running late, start without me.",
          "Works for me.",
          "Who owns %s now?",
          "Let me check and come back to you.",
          "Lunch at twelve?",
          "I shared the file, please have a look.",
          "Sounds good, see you there.");

  private Prose() {}

  static String topic(SplittableRandom random) {
    return Chance.pick(random, TOPICS);
  }

  static String subject(SplittableRandom random) {
    String subject = Chance.pick(random, SUBJECTS);
    return subject.replace("%s", topic(random));
  }

  static String chat(SplittableRandom random) {
    return Chance.pick(random, CHATS).replace("%s", topic(random));
  }

  static void sentences(SplittableRandom random, int count, StringBuilder text) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(' ');
      }
      text.append(Chance.pick(random, SENTENCES));
    }
  }
}
