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
  TELLS_OTHER_COLUMNS("tellsTheColumnsThatItCopied"),
  MISSES_A_STAGE("showsEveryStage"),
  GOES_BACK_A_STAGE("reportsProgressInOrder"),
  TAKES_AN_UNKNOWN_STATE_FOR_FAILURE("keepsAStateThatItDoesNotKnow"),
  SWAPS_RUNS("tellsRunsApart"),
  DOES_NOT_CANCEL("cancelsARun"),
  COMPLAINS_OF_A_RUN_THAT_HAS_ENDED("leavesARunThatHasEndedAsItIs"),
  KNOWS_ONLY_ITS_OWN_RUNS("isAttachedToFromAnotherProcess", "tellsTheColumnsThatItCopied"),
  COPIES_THE_FIRST_COLUMN_ONLY(
      "copiesTheAskedColumns",
      "filtersByTheAskedDateColumn",
      "describesTheColumnsOfAPipeline",
      "tellsThatAColumnIsNotAuthorized"),
  MOVES_THE_WINDOW_BY_A_YEAR(
      "copiesNothingFromOutsideTheWindow",
      "copiesEveryRowOfTheWindow",
      "filtersByTheAskedDateColumn",
      "copiesTheNextWindowToo"),
  ENDS_THE_WINDOW_A_DAY_EARLY("copiesEveryRowOfTheWindow"),
  FILTERS_BY_ANOTHER_DATE_COLUMN("filtersByTheAskedDateColumn"),
  KEEPS_THE_FIRST_WINDOW("copiesTheNextWindowToo"),
  REPORTS_TWICE_THE_BYTES("tellsHowMuchItWrote"),
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
  TAKES_A_FILTER_FOR_AN_EXPRESSION("takesAScopeFilterWithAnAtSignAsData"),
  KNOWS_NO_DATA_LAKE("writesToADataLake"),
  WRITES_CERTIFICATES_AGAIN("keepsConnectionsThatSignInWithACertificate"),
  WRITES_REFERENCES_AGAIN("keepsConnectionsThatReferToAKeyVault"),
  READS_NO_EXPRESSION("describesAPipelineMadeByHand"),
  DESCRIBES_OTHER_COLUMNS("describesTheColumnsOfAPipeline", "describesAPipelineMadeByHand"),
  DESCRIBES_WHAT_IS_NOT_THERE("knowsNoPipelineThatIsNotThere"),
  NAMES_TWO_PAGES("namesThePipelinesOfThreePages"),

  INVENTS_STORAGE_ACCOUNTS("knowsNoAccountThatIsNotThere"),
  MAKES_NO_DATA_LAKE("makesAnAccountOfEachKind"),
  COMPLAINS_OF_A_CONTAINER("makesAContainerOnce"),
  GIVES_A_LEASE_TWICE(
      "leasesAContainerToOneAtATime", "tellsWhoHoldsALease", "releasesALeaseForItsHolderOnly"),
  TELLS_NO_HOLDER("tellsWhoHoldsALease"),
  RELEASES_FOR_ANYBODY("releasesALeaseForItsHolderOnly"),
  NEVER_RELEASES_A_LEASE("givesAReleasedLeaseToTheNext"),
  KEEPS_LEASES_FOR_EVER("endsALeaseByItself"),
  TAKES_ONE_ROLE_FOR_ANOTHER("grantsOneRoleToOnePrincipal"),
  COMPLAINS_OF_A_GRANT("grantsARoleThatIsGranted"),
  LISTS_THE_LAST_FIRST("listsAFolderInTheOrderOfNames"),
  LISTS_FOLDERS_THAT_BEGIN_ALIKE("leavesOutFoldersThatBeginAlike"),
  LISTS_ONE_PAGE("listsMoreThanAPage"),
  OPENS_NO_EMPTY_FILE("opensAnEmptyFile"),
  CUTS_LARGE_FILES("opensALargeFileWhole"),
  READS_A_FILE_THAT_CHANGED("refusesAFileThatChanged"),
  CALLS_A_MISSING_FILE_AN_OUTAGE("saysThatAFileIsNotThere"),
  SPELLS_PATHS_IN_ASCII("takesNamesBeyondAscii"),

  TAKES_EVERY_PROVIDER_FOR_REGISTERED("registersAProvider"),
  REPLACES_A_GROUP_THAT_EXISTS("leavesAResourceGroupThatExistsAsItIs"),
  TAKES_ANY_BILLING_ACCOUNT("findsTheBillingAccountOfAnApplication"),
  COMPLAINS_OF_ANOTHER_BILLING_ACCOUNT("takesAnotherBillingAccountOfAnApplicationForIts"),

  KNOWS_PEOPLE_BY_NAME_ALONE("findsAPersonByNameAndById"),
  INVENTS_PEOPLE("knowsNoStranger"),
  KNOWS_NO_ROLES("tellsDirectoryRoles"),
  SEARCHES_PARTS_OF_TAGS("findsAnApplicationByItsWholeTag"),
  MAKES_AN_APPLICATION_AGAIN("makesOneApplicationOfATag"),
  REPEATS_A_LOST_APPLICATION("makesOneApplicationThoughTheAnswerWasLost"),
  REPLACES_SECRETS("addsSecretsAndTellsOfThem"),
  FORGETS_LABELS("keepsTheLabelsOfSecrets"),
  REMOVES_EVERY_SECRET("removesASecretByItsKeyId"),
  ADDS_A_CERTIFICATE_AGAIN("addsACertificateOnce"),
  REPLACES_CERTIFICATES("keepsTheCertificatesThatAreThere"),
  COMPLAINS_OF_AN_OWNER("makesAPersonAnOwnerOnce"),
  COMPLAINS_OF_A_SERVICE_PRINCIPAL("makesOneServicePrincipal"),

  TAKES_A_REGISTRATION_FOR_AN_APPROVAL("tellsNothingWhereNobodyHasDecided"),
  FORGETS_WHAT_WAS_APPROVED("tellsWhatWasApproved"),
  OVERLOOKS_A_DECLINE("tellsThatItWasDeclined"),
  TELLS_THE_FIRST_DECISION("tellsTheLastDecision"),
  TAKES_A_CLOSED_LOG_FOR_AN_EMPTY_ONE("saysThatItMayNotReadTheLog"),

  REGISTERS_AGAIN("registersAnAppOnce"),
  NEVER_CHANGES_A_REGISTRATION("changesARegistration"),
  SAYS_THAT_DATA_CONNECT_IS_ON("doesNotSayThatDataConnectIsOnWhenItIsOff");

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
