package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;

/** A user whose password the attacker knows, and the data that the attacks collect about them. */
final class Member {
    private final Tenant tenant;
    private final TestUser user;
    private final String key;
    private Answer device;
    private boolean isInOrganization;

    Member(Tenant tenant, TestUser user) {
        this.tenant = tenant;
        this.user = user;
        this.key = tenant.key(user);
    }

    TestUser user() {
        return user;
    }

    /** The token of the link that asks the user for a new password. */
    String key() {
        return key;
    }

    URI link() {
        return URI.create(tenant.realm().uri() + "/login-actions/action-token?key=" + key);
    }

    void joinOrganization() {
        if (!isInOrganization) {
            tenant.organization().add(user);
            isInOrganization = true;
        }
    }

    /** Starts a device grant. */
    Answer device(App app) {
        device = app.device();
        return device;
    }

    /** The last device that started one. */
    Answer device() {
        return device;
    }
}
