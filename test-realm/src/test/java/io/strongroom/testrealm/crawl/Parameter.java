package io.strongroom.testrealm.crawl;

import java.util.Locale;

/** What Keycloak's own links and forms name a login with. */
enum Parameter {
    SESSION_CODE,
    EXECUTION,
    CLIENT_ID,
    TAB_ID,
    CLIENT_DATA,
    /** An action token, as links in mails have it. */
    KEY;

    /** Where a value is from. */
    enum Value {
        ABSENT,
        RIGHT,
        STALE,
        OTHER_TAB
    }

    String queryName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
