package io.strongroom.testrealm.screens;

import java.util.List;

/**
 * An e-mail.
 *
 * @param name name of its picture
 * @param text message key of its first sentence
 * @param caption description for readers
 */
record MailScreen(String name, String text, String caption) {

    /** All e-mails. {@link MailStory} triggers them. */
    static final List<MailScreen> ALL = List.of(
            new MailScreen("mail-enabled", "strongroomMailEnabled", "Two-factor login was switched on"),
            new MailScreen("mail-added", "strongroomMailAdded", "Another factor was set up"),
            new MailScreen("mail-number-set", "strongroomMailNumberSet", "An administrator has set a number"),
            new MailScreen("mail-codes-created", "strongroomMailCodesCreated", "Backup codes were made"),
            new MailScreen("mail-code-used", "strongroomMailCodeUsed", "A backup code was used"),
            new MailScreen("mail-codes-renewed", "strongroomMailCodesRenewed", "Backup codes were renewed"),
            new MailScreen("mail-failed", "strongroomMailFailed", "A right password, and a wrong code"),
            new MailScreen("mail-failed-key", "strongroomMailFailedKey", "… and a wrong key"),
            new MailScreen("mail-removed", "strongroomMailRemoved", "A factor was removed"),
            new MailScreen("mail-removed-by-admin", "strongroomMailRemovedByAdmin", "… by an administrator"),
            new MailScreen("mail-room", "strongroomMailRoom", "A data room now asks for a code"),
            new MailScreen("mail-organization", "strongroomMailOrganization", "An organization now asks for a code"),
            new MailScreen("mail-code", "strongroomMailCode", "A code by e-mail"),
            new MailScreen("mail-linked", "strongroomMailLinked", "The account was linked, with the password alone"));

    @Override
    public String toString() {
        return name;
    }
}
