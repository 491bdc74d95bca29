package io.strongroom.testrealm.screens;

import static io.strongroom.testrealm.screens.Screen.of;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** All login pages in all their states. A new page is one entry here; {@link ScreensIT} writes its outline. */
final class Screens {
    private static final Duration LONGER_THAN_A_PAGE = Duration.ofMillis(1500);
    private static final String CODE = "strongroom-code.ftl";
    private static final String PHONE = "strongroom-phone.ftl";
    private static final String TOTP = "strongroom-totp.ftl";
    private static final String TOTP_SET_UP = "strongroom-totp-setup.ftl";
    private static final String KEY = "strongroom-key.ftl";
    private static final String KEY_SET_UP = "strongroom-key-setup.ftl";
    private static final String BACKUP_CODE = "strongroom-backup-code.ftl";
    private static final String BACKUP_CODES = "strongroom-backup-codes.ftl";
    private static final String CHOOSE = "strongroom-choose.ftl";
    private static final String LOCKED = "strongroom-locked.ftl";
    private static final String DELETE = "strongroom-delete.ftl";
    private static final String REFUSED = "strongroom-refused.ftl";

    static final List<Screen> ALL = List.of(
            of("code-sending", CODE, "A code is on its way", Screens::codeSending)
                    .focusedOn("code"),
            of("code-sent", CODE, "It has been sent; the browser can be remembered", Screens::codeSent)
                    .focusedOn("code"),
            of("code-wrong", CODE, "It was not the right one", visit -> visit.enterWrongCode(codeSent(visit), 1))
                    .focusedOn("code")
                    .answered(),
            of("code-dead", CODE, "Five were wrong", visit -> visit.enterWrongCode(codeSent(visit), 5))
                    .focusedOn("strongroom-resend")
                    .answered(),
            of("code-failed", CODE, "The message could not be sent", Screens::codeFailed)
                    .focusedOn("code"),
            of("code-limit", CODE, "No more messages for now", Screens::codeLimit)
                    .focusedOn("code"),
            of("code-room", CODE, "A data room asks", visit -> visit.awaitStatus(atRoom(visit), "sent"))
                    .focusedOn("code"),
            of("code-choice", CODE, "The user has other methods too", Screens::codeChoice)
                    .focusedOn("code"),
            of(
                            "code-email",
                            CODE,
                            "A code by e-mail",
                            visit -> visit.awaitStatus(visit.signIn(Tenants.email(), user -> user), "sent"))
                    .focusedOn("code"),
            of("phone", PHONE, "Setting up a number", visit -> visit.signIn(Tenants.sms(), user -> user))
                    .focusedOn("phoneNumber"),
            of("phone-error", PHONE, "The country is missing", Screens::phoneError)
                    .focusedOn("country")
                    .answered(),
            of("code-confirm", CODE, "Proving the number", Screens::codeConfirm).focusedOn("code"),
            of("totp", TOTP, "A code of the app", visit -> visit.signIn(Tenants.both(), visit::withBoth))
                    .focusedOn("code"),
            of("totp-wrong", TOTP, "It was not the right one", Screens::totpWrong)
                    .focusedOn("code")
                    .answered(),
            of("totp-setup", TOTP_SET_UP, "Setting up an app", Screens::totpSetUp)
                    .focusedOn("totp"),
            of("totp-setup-wrong", TOTP_SET_UP, "The code was not the right one", Screens::totpSetUpWrong)
                    .focusedOn("totp")
                    .answered(),
            of("key-passkey", KEY, "A passkey; the user has other methods too", Screens::passkey),
            of("key-security-key", KEY, "A security key", Screens::securityKey),
            of("key-not-used", KEY, "It was not used", visit -> cancelled(passkey(visit)))
                    .answered(),
            of("key-setup-passkey", KEY_SET_UP, "Setting up a passkey", visit -> keySetUp(visit, "passkey")),
            of(
                    "key-setup-security-key",
                    KEY_SET_UP,
                    "Setting up a security key",
                    visit -> keySetUp(visit, "security-key")),
            of("key-setup-failed", KEY_SET_UP, "The key was not set up", visit -> cancelled(keySetUp(visit, "passkey")))
                    .answered(),
            of("backup-code", BACKUP_CODE, "A backup code instead", Screens::backupCode)
                    .focusedOn("backupCode"),
            of("backup-code-wrong", BACKUP_CODE, "It was not a right one", Screens::backupCodeWrong)
                    .focusedOn("backupCode")
                    .answered(),
            of("recovery-code", BACKUP_CODE, "One of Keycloak's recovery codes instead", Screens::recoveryCode)
                    .focusedOn("backupCode"),
            of("recovery-code-wrong", BACKUP_CODE, "It was not the right one", Screens::recoveryCodeWrong)
                    .focusedOn("backupCode")
                    .answered(),
            of("backup-codes", BACKUP_CODES, "New backup codes, after set-up", Screens::backupCodes)
                    .answered(),
            of("backup-codes-renew", BACKUP_CODES, "Making new ones ends the old", Screens::backupCodesRenew),
            of("choose", CHOOSE, "A second step has to be set up", visit -> visit.signIn(Tenants.both(), user -> user)),
            of("choose-later", CHOOSE, "It can wait", visit -> visit.signIn(Tenants.grace(), user -> user)),
            of("locked", LOCKED, "A hundred wrong codes in a row", Screens::locked),
            of("locked-choice", LOCKED, "Another method would do", Screens::lockedChoice),
            of(
                    "refused-no-number",
                    REFUSED,
                    "The data room wants a number set by its administrator",
                    visit -> visit.signIn(Tenants.rooms(), user -> user.memberOf(Tenants.closedRoom()))),
            of(
                    "refused-change",
                    REFUSED,
                    "Only administrators change factors here",
                    visit -> visit.signInFor(Tenants.rooms(), "sms-otp-enrol", user -> user)),
            of(
                    "refused-role",
                    REFUSED,
                    "The user's role needs a stronger factor",
                    visit -> visit.signIn(
                            Tenants.roles(), user -> visit.withNumber(user).role("two-factor-required"))),
            of(
                    "refused-impersonated",
                    REFUSED,
                    "An administrator acts as the user",
                    visit -> visit.actAs(Tenants.sms(), visit::withNumber)),
            of("delete", DELETE, "A factor is removed", Screens::delete));

    /** Waits for a minute, so it is started before the others and checked after them. */
    static final Screen EXPIRED = of("code-expired", CODE, "It was entered too late", Screens::codeExpired)
            .focusedOn("strongroom-resend")
            .answered();

    private Screens() {}

    private static Page codeSending(Visit visit) {
        Harness.vonage().answersAfter(visit.number(), LONGER_THAN_A_PAGE);
        return visit.signIn(Tenants.sms(), visit::withNumber);
    }

    private static Page codeSent(Visit visit) {
        return visit.awaitStatus(visit.signIn(Tenants.both(), visit::withNumber), "sent");
    }

    private static Page codeFailed(Visit visit) {
        Harness.vonage().answersStatus(visit.number(), 500);
        return visit.awaitStatus(visit.signIn(Tenants.failing(), visit::withNumber), "failed");
    }

    private static Page codeLimit(Visit visit) {
        return visit.awaitStatus(visit.signIn(Tenants.sparing(), visit::withNumber), "sent");
    }

    private static Page atRoom(Visit visit) {
        return visit.signIn(
                Tenants.rooms(), user -> user.memberOf(Tenants.room()).numberFor(Tenants.room(), visit.number()));
    }

    private static Page codeChoice(Visit visit) {
        Page page = visit.signIn(Tenants.both(), visit::withBoth);
        return visit.awaitStatus(visit.choose(page, "sms"), "sent");
    }

    private static Page codeExpired(Visit visit) {
        Page page = visit.signIn(Tenants.sms(), visit::withNumber);
        String code = visit.code();
        return visit.awaitStatus(page, "none").submit("code", code).page();
    }

    private static Page phoneError(Visit visit) {
        return visit.signIn(Tenants.sms(), user -> user)
                .submit("phoneNumber", "070-174")
                .page();
    }

    private static Page codeConfirm(Visit visit) {
        Page code = visit.signIn(Tenants.sms(), user -> user)
                .submit("phoneNumber", visit.number())
                .page();
        return visit.awaitStatus(code, "sent");
    }

    private static Page totpWrong(Visit visit) {
        return visit.signIn(Tenants.both(), visit::withApp)
                .submit("code", "000000")
                .page();
    }

    private static Page totpSetUp(Visit visit) {
        return visit.choose(visit.signIn(Tenants.both(), user -> user), "totp");
    }

    private static Page totpSetUpWrong(Visit visit) {
        return totpSetUp(visit).submit("totp", "000000").page();
    }

    private static Page passkey(Visit visit) {
        return visit.signIn(Tenants.keys(), user -> visit.withApp(user).passkey(SoftAuthenticator.passkey()));
    }

    private static Page securityKey(Visit visit) {
        return visit.signIn(Tenants.keys(), user -> user.securityKey(SoftAuthenticator.securityKey()));
    }

    private static Page keySetUp(Visit visit, String method) {
        return visit.choose(visit.signIn(Tenants.keys(), user -> user), method);
    }

    private static Page cancelled(Page page) {
        return SoftAuthenticator.cancel(page).page();
    }

    private static Page recoveryCode(Visit visit) {
        Page page = visit.signIn(
                Tenants.both(), user -> visit.withApp(user).recoveryCodes("CODE1", "CODE2", "CODE3", "CODE4"));
        return visit.choose(page, "backup");
    }

    private static Page recoveryCodeWrong(Visit visit) {
        return recoveryCode(visit).submit("backupCode", "CODE2").page();
    }

    private static Page backupCode(Visit visit) {
        backupCodes(visit).press("saved").signedIn();
        return visit.choose(visit.again(Tenants.both()), "backup");
    }

    private static Page backupCodeWrong(Visit visit) {
        return backupCode(visit).submit("backupCode", "aaaaa-aaaaa-aaaaa").page();
    }

    private static Page backupCodes(Visit visit) {
        return visit.signInFor(Tenants.both(), "backup-codes-enrol", visit::withApp)
                .submit("code", visit.app().code())
                .page();
    }

    private static Page backupCodesRenew(Visit visit) {
        backupCodes(visit).press("saved").signedIn();
        return visit.inSession(Tenants.both(), "backup-codes-enrol");
    }

    private static Page delete(Visit visit) {
        String id = UUID.randomUUID().toString();
        Page code = visit.signInFor(Tenants.both(), "delete_credential:" + id, user -> user.app(id, visit.secret()));
        return code.submit("code", visit.app().code()).page();
    }

    private static Page locked(Visit visit) {
        return visit.signIn(Tenants.sms(), visit::withLockedNumber);
    }

    private static Page lockedChoice(Visit visit) {
        Page page = visit.signIn(Tenants.both(), user -> visit.withApp(visit.withLockedNumber(user)));
        return visit.choose(page, "sms");
    }
}
