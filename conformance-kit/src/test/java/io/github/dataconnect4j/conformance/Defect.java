package io.github.dataconnect4j.conformance;

import java.util.Set;

/** One thing that a backend does wrong, and the behavior that is there to catch it. */
enum Defect {
  IGNORES_A_RUNTIMES_REGION("makesWhatIsMissing"),
  WRITES_AGAIN_WHEN_NOTHING_CHANGED(
      "writesNothingTheSecondTime", "takesAWriteForDoneWhoseAnswerWasLost"),
  REPLACES_A_HOST_THAT_EXISTS("leavesAHostThatExistsAsItIs"),
  IGNORES_WHOSE_THE_CONNECTIONS_ARE("knowsWhatItsConnectionsWereMadeWith"),
  TAKES_ANY_ACCOUNT("refusesAnAccountOfAnotherKind"),
  OVERLOOKS_CHANGED_LINKED_SERVICES(
      "seesAndRepairsChangedLinkedServices", "keepsUnknownMembersOfLinkedServices"),
  OVERLOOKS_CHANGED_DATASETS("seesAndRepairsChangedDatasets", "keepsUnknownMembersOfDatasets"),
  OVERLOOKS_CHANGED_PIPELINES("seesAndRepairsChangedPipelines", "keepsUnknownMembersOfPipelines"),
  FORGETS_UNKNOWN_MEMBERS_OF_LINKED_SERVICES("keepsUnknownMembersOfLinkedServices"),
  FORGETS_UNKNOWN_MEMBERS_OF_DATASETS("keepsUnknownMembersOfDatasets"),
  FORGETS_UNKNOWN_MEMBERS_OF_PIPELINES("keepsUnknownMembersOfPipelines"),
  TELLS_NO_END("runsACopyToItsEnd"),
  MISSES_A_STAGE("showsEveryStage"),
  GOES_BACK_A_STAGE("reportsProgressInOrder"),
  TAKES_AN_UNKNOWN_STATE_FOR_FAILURE("keepsAStateThatItDoesNotKnow"),
  SWAPS_RUNS("tellsRunsApart"),
  DOES_NOT_CANCEL("cancelsARun"),
  COMPLAINS_OF_A_RUN_THAT_HAS_ENDED("leavesARunThatHasEndedAsItIs"),
  KNOWS_ONLY_ITS_OWN_RUNS("isAttachedToFromAnotherProcess"),
  INVENTS_RUNS("knowsNoRunThatIsNotThere"),
  READS_TWO_PAGES("findsARunOnTheThirdPage"),
  HIDES_MISSING_CONSENT("tellsThatConsentIsMissing"),
  HIDES_UNAUTHORIZED_COLUMNS("tellsThatAColumnIsNotAuthorized"),
  HIDES_WHAT_THE_SINK_SAID("tellsThatTheSinkRefusesTheApp"),
  HIDES_WHAT_THE_ACTIVITY_SAID("keepsTheWordsOfTheServiceForAFailedActivity"),
  CALLS_A_CANCELLED_RUN_FAILED("tellsThatSomebodyElseCancelled", "cancelsARun"),
  CALLS_A_LOST_START_FAILED(
      "findsTheRunWhoseStartWasNotAnswered",
      "doesNotRepeatAStartThatGotLost",
      "findsALostStartThatShowsLate"),
  REPEATS_A_LOST_START(
      "doesNotRepeatAStartThatGotLost",
      "findsTheRunWhoseStartWasNotAnswered",
      "findsALostStartThatShowsLate"),
  GIVES_UP_A_LOST_WRITE("takesAWriteForDoneWhoseAnswerWasLost"),
  FAILS_WHEN_A_RUN_SHOWS_LATE("waitsForARunThatShowsLate"),
  DOES_NOT_LOOK_AGAIN("findsALostStartThatShowsLate"),
  DOES_NOT_WAIT_TO_READ("waitsAsLongAsAReadIsAskedTo"),
  DOES_NOT_WAIT_TO_WRITE("waitsAsLongAsAWriteIsAskedTo"),
  DOES_NOT_WAIT_TO_START("waitsAsLongAsAStartIsAskedTo"),
  CALLS_THROTTLING_AN_OUTAGE("saysSoWhenItIsThrottledForGood"),
  REFUSES_LONG_NAMES("takesNamesAtTheirLimits"),
  CUTS_LONG_NAMES("keepsNamesApartThatDifferAtTheirEnd"),
  SPELLS_NAMES_IN_ASCII("keepsNamesApartThatDifferInLettersBeyondAscii"),
  SPELLS_VALUES_IN_ASCII("bringsParametersBackAsTheyWere"),
  TAKES_A_PARAMETER_FOR_AN_EXPRESSION("takesAParameterThatBeginsWithAnAtSignAsData"),
  TAKES_A_FOLDER_FOR_AN_EXPRESSION("takesAFolderThatBeginsWithAnAtSignAsData"),
  TAKES_A_FILTER_FOR_AN_EXPRESSION("takesAScopeFilterWithAnAtSignAsData");

  private final String behavior;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> unavoidable;

  Defect(String behavior, String... unavoidable) {
    this.behavior = behavior;
    this.unavoidable = Set.of(unavoidable);
  }

  /** The behavior named for it. */
  String behavior() {
    return behavior;
  }

  /** Behaviors that cannot but fail with it. */
  Set<String> unavoidable() {
    return unavoidable;
  }
}
