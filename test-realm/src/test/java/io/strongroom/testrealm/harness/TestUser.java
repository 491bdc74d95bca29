package io.strongroom.testrealm.harness;

/** A user of a test realm. */
public record TestUser(String id, String name, String password) {}
