package io.strongroom.testrealm.crawl;

import java.util.Locale;

/** The parameters by which Keycloak's own links and forms identify a login. */
enum Parameter {
    SESSION_CODE,
    EXECUTION,
    CLIENT_ID,
    TAB_ID,
    CLIENT_DATA,
    /** An action token, as links in e-mails have it. */
    KEY;

    /** The origin of a value. */
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
