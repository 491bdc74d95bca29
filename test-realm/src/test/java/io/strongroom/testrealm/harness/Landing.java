package io.strongroom.testrealm.harness;

/** Where a browser ends up: at a page of Keycloak, or back at the application. */
public sealed interface Landing permits Page, Arrival {

    /** Fails if the browser was redirected to the application. */
    default Page page() {
        if (this instanceof Page page) {
            return page;
        }
        throw new AssertionError("A page of Keycloak was expected, but the browser is at " + this);
    }

    /** Fails if the browser is still at Keycloak, or if the application got an error. */
    default Arrival signedIn() {
        Arrival arrival = returned();
        if (arrival.code().isEmpty()) {
            throw new AssertionError("An authorization code was expected, but the browser is at " + arrival);
        }
        return arrival;
    }

    /** Fails if the browser is still at Keycloak; both a code and an error are accepted. */
    default Arrival returned() {
        if (this instanceof Arrival arrival) {
            return arrival;
        }
        throw new AssertionError("The application was expected, but the browser is at " + this);
    }
}
