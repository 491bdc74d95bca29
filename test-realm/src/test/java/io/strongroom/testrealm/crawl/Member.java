package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;

/** A user whose password the attacker knows, and what the attacks learn about them. */
final class Member {
    private final Tenant tenant;
    private final TestUser user;
    private final String key;
    private Answer device;

    Member(Tenant tenant, TestUser user) {
        this.tenant = tenant;
        this.user = user;
        this.key = tenant.key(user);
    }

    TestUser user() {
        return user;
    }

    /** What the link has in it by which the user is asked for a new password. */
    String key() {
        return key;
    }

    URI link() {
        return URI.create(tenant.realm().uri() + "/login-actions/action-token?key=" + key);
    }

    /** Asks for a device to be let in. */
    Answer device(App app) {
        device = app.device();
        return device;
    }

    /** The last one that asked. */
    Answer device() {
        return device;
    }
}
