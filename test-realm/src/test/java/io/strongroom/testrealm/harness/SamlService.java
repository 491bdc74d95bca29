package io.strongroom.testrealm.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.keycloak.representations.idm.ClientRepresentation;

/** An application of a realm that speaks SAML, without signatures. */
public final class SamlService {
    private static final String ID = "http://app.test/saml";
    private static final String URL_NAME = "app";

    private final TestRealm realm;

    private SamlService(TestRealm realm) {
        this.realm = realm;
    }

    public static SamlService addTo(TestRealm realm) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(ID);
        client.setProtocol("saml");
        client.setEnabled(true);
        client.setRedirectUris(List.of("http://app.test/*"));
        client.setAttributes(Map.of(
                "saml.client.signature", "false",
                "saml.authnstatement", "true",
                "saml.force.post.binding", "true",
                "saml.allow.ecp.flow", "true",
                "saml_idp_initiated_sso_url_name", URL_NAME,
                "saml_assertion_consumer_url_post", ID));
        realm.admin().create(realm.path("/clients"), client);
        return new SamlService(realm);
    }

    /** The address of a new request for a login, by the redirect binding. */
    public URI request() {
        return byRedirect(newRequest(""));
    }

    /** The same, to be answered without a page. */
    public URI passiveRequest() {
        return byRedirect(newRequest(" IsPassive=\"true\""));
    }

    /** The address at which a login starts without a request of the application. */
    public URI unsolicited() {
        return URI.create(realm.uri() + "/protocol/saml/clients/" + URL_NAME);
    }

    private URI byRedirect(String request) {
        String encoded = Base64.getEncoder().encodeToString(deflated(request));
        return URI.create(
                realm.uri() + "/protocol/saml?SAMLRequest=" + URLEncoder.encode(encoded, StandardCharsets.UTF_8));
    }

    /** Returns the response to a request with the password in a header (ECP), which involves no pages. */
    public String answerToProgram(TestUser user) {
        String envelope = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + newRequest("")
                + "</S:Body></S:Envelope>";
        return Http.send(Http.to(URI.create(realm.uri() + "/protocol/saml"))
                        .header("Content-Type", "text/xml")
                        .header("Authorization", Http.basic(user))
                        .POST(HttpRequest.BodyPublishers.ofString(envelope))
                        .build())
                .body();
    }

    private String newRequest(String more) {
        return "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_" + UUID.randomUUID()
                + "\" Version=\"2.0\" IssueInstant=\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + "\" Destination=\"" + realm.uri() + "/protocol/saml\"" + more + " AssertionConsumerServiceURL=\"" + ID
                + "\"><saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">" + ID
                + "</saml:Issuer></samlp:AuthnRequest>";
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
        return deflated.toByteArray();
    }

    /** Returns whether the page posts a response with the logged-in user to the application. */
    public static void assertAsserted(Page page) {
        assertTrue(page.hasField("SAMLResponse"), page::toString);
        String response = new String(
                Base64.getDecoder()
                        .decode(page.document()
                                .selectFirst("[name=SAMLResponse]")
                                .val()),
                StandardCharsets.UTF_8);
        assertTrue(response.contains("status:Success"), response);
    }
}
