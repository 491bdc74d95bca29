package io.strongroom.testrealm.demo;

import java.util.List;

/** A realm of the demo. */
record Tenant(String realm, String title) {
    static final List<Tenant> ALL = List.of(
            new Tenant("open", "Tenant open: no rule of its own, but the data room Project Falcon has one"),
            new Tenant(
                    "acme", "Tenant acme: everybody needs a code by text message; pages and mails have its own looks"),
            new Tenant(
                    "globex",
                    "Tenant globex: everybody needs an app or text messages, and may have a browser remembered"),
            new Tenant(
                    "partners",
                    "Tenant partners: no rule of its own, but the organizations Northwind (app) and Initech (app or text messages) have one"));

    List<DemoUser> users() {
        return DemoUser.ALL.stream().filter(user -> user.realm().equals(realm)).toList();
    }
}
