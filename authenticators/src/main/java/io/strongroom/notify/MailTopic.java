package io.strongroom.notify;

import io.strongroom.factor.Factors;

/** An e-mail's topic: the message keys for its subject, text and advice. */
enum MailTopic {
    ENABLED("strongroomMailEnabledSubject", "strongroomMailEnabled", MailTopic.IF_NOT_YOU),
    ADDED("strongroomMailAddedSubject", "strongroomMailAdded", MailTopic.IF_NOT_YOU),
    REMOVED("strongroomMailRemovedSubject", "strongroomMailRemoved", MailTopic.IF_NOT_YOU),
    CODE_USED("strongroomMailCodeUsedSubject", "strongroomMailCodeUsed", MailTopic.IF_NOT_YOU),
    CODES_CREATED("strongroomMailCodesCreatedSubject", "strongroomMailCodesCreated", MailTopic.IF_NOT_YOU),
    CODES_RENEWED("strongroomMailCodesRenewedSubject", "strongroomMailCodesRenewed", MailTopic.IF_NOT_YOU),
    FAILED("strongroomMailFailedSubject", "strongroomMailFailed", "strongroomMailFailedAdvice"),
    KEY_FAILED("strongroomMailFailedSubject", "strongroomMailFailedKey", "strongroomMailFailedKeyAdvice"),
    REMOVED_BY_ADMIN("strongroomMailRemovedSubject", "strongroomMailRemovedByAdmin", MailTopic.IF_UNEXPECTED),
    NUMBER_SET("strongroomMailNumberSetSubject", "strongroomMailNumberSet", MailTopic.IF_UNEXPECTED),
    ROOM_REQUIRES("strongroomMailRoomSubject", "strongroomMailRoom", "strongroomMailRoomAdvice"),
    ROOM_REQUIRES_KEY("strongroomMailRoomKeySubject", "strongroomMailRoom", "strongroomMailRoomKeyAdvice"),
    ORGANIZATION_REQUIRES(
            "strongroomMailOrganizationSubject", "strongroomMailOrganization", "strongroomMailOrganizationAdvice"),
    ORGANIZATION_REQUIRES_KEY(
            "strongroomMailOrganizationKeySubject",
            "strongroomMailOrganization",
            "strongroomMailOrganizationKeyAdvice"),
    LINKED("strongroomMailLinkedSubject", "strongroomMailLinked", MailTopic.IF_NOT_YOU);

    private static final String IF_NOT_YOU = "strongroomMailIfNotYou";
    private static final String IF_UNEXPECTED = "strongroomMailIfUnexpected";

    private final String subject;
    private final String text;
    private final String advice;

    MailTopic(String subject, String text, String advice) {
        this.subject = subject;
        this.text = text;
        this.advice = advice;
    }

    /** @param factors the user's current number of factors, not counting backup codes */
    static MailTopic of(Notice notice, int factors) {
        boolean isKey = Factors.ofCredentialType(notice.subject().type())
                .filter(factor -> !factor.isCode())
                .isPresent();
        return switch (notice.kind()) {
            case ADDED -> factors > 1 ? ADDED : ENABLED;
            case REMOVED -> REMOVED;
            case BACKUP_CODE_USED -> CODE_USED;
            case BACKUP_CODES_CREATED -> CODES_CREATED;
            case BACKUP_CODES_RENEWED -> CODES_RENEWED;
            case FAILED -> isKey ? KEY_FAILED : FAILED;
            case REMOVED_BY_ADMIN -> REMOVED_BY_ADMIN;
            case NUMBER_SET_BY_ADMIN -> NUMBER_SET;
            case ROOM_REQUIRES -> isKey ? ROOM_REQUIRES_KEY : ROOM_REQUIRES;
            case ORGANIZATION_REQUIRES -> isKey ? ORGANIZATION_REQUIRES_KEY : ORGANIZATION_REQUIRES;
            case LINKED -> LINKED;
        };
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    String advice() {
        return advice;
    }
}
