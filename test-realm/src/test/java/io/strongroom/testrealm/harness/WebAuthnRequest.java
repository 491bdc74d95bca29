package io.strongroom.testrealm.harness;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page asks of an authenticator. Keycloak's own pages have it in a script, ours in attributes of the form.
 *
 * @param origin of the page, which the browser reports
 * @param userHandle of the user for whom a key is set up; null at a login
 */
public record WebAuthnRequest(String challenge, String rpId, String origin, String userHandle) {
    private static final String ATTRIBUTE = "data-strongroom-";

    /** Fails if the page asks for no key. */
    public static WebAuthnRequest on(Page page) {
        return read(page.document(), page.uri())
                .orElseThrow(() -> new AssertionError("No key is asked for on " + page));
    }

    public static boolean isOn(Page page) {
        return read(page.document(), page.uri()).isPresent();
    }

    static Optional<WebAuthnRequest> read(Document page, URI uri) {
        String challenge = value(page, "challenge", "challenge");
        String rpId = value(page, "rp-id", "rpId");
        return challenge == null || rpId == null
                ? Optional.empty()
                : Optional.of(new WebAuthnRequest(challenge, rpId, origin(uri), value(page, "user-handle", "userid")));
    }

    /** The same, as a page of another site would pass it on. */
    public WebAuthnRequest from(String otherOrigin) {
        return new WebAuthnRequest(challenge, rpId, otherOrigin, userHandle);
    }

    public WebAuthnRequest withChallenge(String other) {
        return new WebAuthnRequest(other, rpId, origin, userHandle);
    }

    /** What a browser reports of this request, and an authenticator signs. */
    byte[] clientData(String type) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.put("challenge", challenge);
        data.put("origin", origin);
        data.put("crossOrigin", false);
        return Json.write(data).getBytes(StandardCharsets.UTF_8);
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String value(Document page, String attribute, String inScript) {
        Element form = page.selectFirst("form[" + ATTRIBUTE + attribute + "]");
        return form == null ? inScript(page, inScript).orElse(null) : form.attr(ATTRIBUTE + attribute);
    }

    private static Optional<String> inScript(Document page, String name) {
        Pattern entry = Pattern.compile("\\b" + name + "\\s*:\\s*\"([^\"]*)\"");
        return page.select("script").stream()
                .map(script -> entry.matcher(script.data()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
