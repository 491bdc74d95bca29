package io.strongroom.testrealm.demo;

import java.util.List;

/** The users of the demo; their realms are in {@code resources/realms}. */
public record DemoUser(String name, String realm, String story) {
    public static final String PASSWORD = "demo";

    static final List<DemoUser> ALL = List.of(
            new DemoUser("anna", "open", "bidder in Project Falcon, an admin has set her number: asked for a code"),
            new DemoUser("ben", "open", "bidder without a number: must register one"),
            new DemoUser("carla", "open", "administrator of Project Falcon: not asked"),
            new DemoUser("fred", "open", "in no data room: not asked"),
            new DemoUser("dora", "acme", "has proven her number: asked for a code"),
            new DemoUser("emil", "acme", "has no number yet: must register one, and gets backup codes"),
            new DemoUser(
                    "gina", "globex", "has a number and an app (secret ON2HE33OM5ZG633NFVSGK3LPFVZWKY3SMV2A): chooses"),
            new DemoUser("hugo", "globex", "has nothing yet: chooses what to set up, or puts it off for 14 days"),
            new DemoUser("ivan", "globex", "holds the exempt role, as a machine would: not asked"),
            new DemoUser("jana", "partners", "member of Northwind, has the same app as gina: asked for a code"),
            new DemoUser(
                    "kurt",
                    "partners",
                    "member of both, has the app and a number: asked for the app, the only factor that both accept"),
            new DemoUser("lena", "partners", "member of Initech, has a number: asked for a code, sent by Initech"),
            new DemoUser("mats", "partners", "in no organization: not asked"));

    static DemoUser named(String name) {
        return ALL.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No demo user is named " + name));
    }
}
