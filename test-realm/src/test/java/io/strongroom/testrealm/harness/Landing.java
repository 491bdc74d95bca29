package io.strongroom.testrealm.harness;

/** Where a browser ends up: at a page of Keycloak, or back at the application. */
public sealed interface Landing permits Page, Arrival {

    /** Fails when the browser was sent back to the application. */
    default Page page() {
        if (this instanceof Page page) {
            return page;
        }
        throw new AssertionError("A page of Keycloak was expected, but the browser is at " + this);
    }

    /** Fails when the browser is still at Keycloak, or when the application was told of an error. */
    default Arrival signedIn() {
        Arrival arrival = returned();
        if (arrival.code().isEmpty()) {
            throw new AssertionError("An authorization code was expected, but the browser is at " + arrival);
        }
        return arrival;
    }

    /** Fails when the browser is still at Keycloak; a code and an error are both fine. */
    default Arrival returned() {
        if (this instanceof Arrival arrival) {
            return arrival;
        }
        throw new AssertionError("The application was expected, but the browser is at " + this);
    }
}
