package io.strongroom.testrealm.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The request for a key is read from")
class WebAuthnRequestTest {
    private static final URI PAGE = URI.create("http://localhost:8080/realms/acme/login-actions/authenticate?tab_id=a");
    private static final String ORIGIN = "http://localhost:8080";

    private static Optional<WebAuthnRequest> read(String html) {
        return WebAuthnRequest.read(Jsoup.parse(html), PAGE);
    }

    @Test
    @DisplayName("the script of a page of Keycloak's")
    void script() {
        String page = """
                <form id="register"></form>
                <script type="module">const texts = { "rpEntityName" : "acme" }</script>
                <script type="module">
                  const input = { challenge : "Y2hh_-", userid : "dXNlcg", rpEntityName : "acme", rpId : "localhost" };
                </script>""";

        assertEquals(Optional.of(new WebAuthnRequest("Y2hh_-", "localhost", ORIGIN, "dXNlcg")), read(page));
    }

    @Test
    @DisplayName("the attributes of a form of ours")
    void attributes() {
        String page = """
                <form id="webauth" data-strongroom-challenge="Y2hh" data-strongroom-rp-id="localhost"></form>""";

        assertEquals(Optional.of(new WebAuthnRequest("Y2hh", "localhost", ORIGIN, null)), read(page));
    }

    @Test
    @DisplayName("no page that asks for none")
    void none() {
        assertEquals(Optional.empty(), read("<form id=\"kc-form-login\"></form>"));
    }
}
