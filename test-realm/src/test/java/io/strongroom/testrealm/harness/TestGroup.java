package io.strongroom.testrealm.harness;

/** A group of a test realm; {@code path} as in {@code /Project Falcon/Bidders}. */
public record TestGroup(String id, String path) {}
