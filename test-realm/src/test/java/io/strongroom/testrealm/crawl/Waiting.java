package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.UserSpec;
import java.util.UUID;

/** The guard's pages: the users who see them, and how they are reached after the password. */
enum Waiting {
    TEXT_MESSAGE("code") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.number(PhoneNumbers.next());
        }
    },
    APP("totp") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.app(Tenant.APP_SECRET);
        }
    },
    BACKUP_CODE("backup-code") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.app(Tenant.APP_SECRET).credential(null, "backup-codes", BACKUP_CODES_DATA, BACKUP_CODES_SECRET);
        }

        @Override
        Page reach(Page page) {
            return page.form("method").press("method", "backup").page();
        }
    },
    RECOVERY_CODE("backup-code") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.app(Tenant.APP_SECRET).recoveryCodes("AAAABBBBCCCC", "DDDDEEEEFFFF");
        }

        @Override
        Page reach(Page page) {
            return page.form("method").press("method", "backup").page();
        }
    },
    SECURITY_KEY("key") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.securityKey(SoftAuthenticator.securityKey());
        }
    },
    PASSKEY("key") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.passkey(SoftAuthenticator.passkey());
        }
    },
    /** Other users' addresses don't count, because only this role accepts codes by e-mail. */
    EMAIL("code") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.role(Tenant.EMAIL_ROLE);
        }
    },
    CHOOSER("choose"),
    PASSKEY_SET_UP("key-setup") {
        @Override
        Page reach(Page page) {
            return page.form("method").press("method", "passkey").page();
        }
    },
    APP_SET_UP("totp-setup") {
        @Override
        Page reach(Page page) {
            return page.form("method").press("method", "totp").page();
        }
    },
    NUMBER_SET_UP("phone") {
        @Override
        Page reach(Page page) {
            return page.form("method").press("method", "sms").page();
        }
    },
    NUMBER_CODE("code") {
        @Override
        Page reach(Page page) {
            return NUMBER_SET_UP
                    .reach(page)
                    .submit("phoneNumber", PhoneNumbers.next())
                    .page();
        }
    },
    /** The second factor is set up and passed; the backup codes still have to be saved. */
    NEW_BACKUP_CODES("backup-codes") {
        @Override
        Page reach(Page page) {
            Page setUp = APP_SET_UP.reach(page);
            return setUp.submit("totp", AuthenticatorApp.on(setUp).code()).page();
        }

        @Override
        boolean changesUser() {
            return true;
        }
    },
    REFUSED("refused") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            return spec.role("two-factor-exempt").memberOf(tenant.refusingRoom());
        }
    },
    LOCKED("locked") {
        @Override
        UserSpec user(UserSpec spec, Tenant tenant) {
            String app = UUID.randomUUID().toString();
            return spec.app(app, Tenant.APP_SECRET).failures("otp", app, 100);
        }
    };

    private static final String BACKUP_CODES_DATA =
            "{\"algorithm\":\"PBKDF2WithHmacSHA512\",\"iterations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"total\":1,\"saved\":true}";
    private static final String BACKUP_CODES_SECRET = "{\"hashes\":[\"AAAA\"]}";

    private final String template;

    Waiting(String template) {
        this.template = template;
    }

    UserSpec user(UserSpec spec, Tenant tenant) {
        return spec;
    }

    /** The steps from the first page after the password. */
    Page reach(Page page) {
        return page;
    }

    /** Whether a user reaches this page only once. */
    boolean changesUser() {
        return false;
    }

    boolean isAt(Page page) {
        return page.id().equals("login-strongroom-" + template);
    }
}
