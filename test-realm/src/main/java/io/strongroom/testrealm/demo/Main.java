package io.strongroom.testrealm.demo;

/** The command line of the demo: runs until it is stopped. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Greenmail has no logger configured; suppresses the warning of SLF4J.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.out.println("Starting Keycloak; the first time takes a minute ...");
        try {
            Demo demo = Demo.start(); // the application's threads keep this JVM alive; Keycloak ends with it
            System.out.println(demo.welcome());
        } catch (RuntimeException e) {
            System.err.println("The demo did not start. " + e.getMessage());
            System.exit(1);
        }
    }
}
