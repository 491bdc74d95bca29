package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Metrics;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Ports;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.EventRepresentation;

/** A fixed script of logins on a separate server; the tests check its metrics, events and log. */
@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("Metrics, events and TRACE log of a scripted series of logins")
class SendingRecordsIT {
    private static final Pattern USED_CODE = Pattern.compile("[0-9a-f-]{36}\\.\\d{6}(?!\\d)");

    private static LoginScript script;
    private static Map<String, Double> meters;
    private static List<EventRepresentation> events;
    private static List<EventRepresentation> flowEvents;
    private static String log;

    @BeforeAll
    static void run() {
        int managementPort = Ports.free();
        KeycloakServer stopped;
        try (KeycloakServer server = Harness.start(Harness.withMetrics(managementPort)
                .withOption(
                        "--spi-sms-gateway--webhook--url=" + Harness.vonage().baseUri() + "/hook/records")
                .withOption("--spi-sms-gateway--webhook--allow-private-addresses=true")
                .withOption("--spi-sms-gateway--webhook--body={\"to\":\"{to}\",\"text\":\"{text}\"}")
                .withOption("--log-level-org.infinispan.interceptors=trace"))) {
            script = new LoginScript(server);
            script.run();
            meters = counted(new Metrics(managementPort));
            events = script.realm().events();
            flowEvents = script.composed().events();
            stopped = server;
        }
        log = stopped.log();
    }

    /** Every meter with a count; for timers, the number of recordings. */
    private static Map<String, Double> counted(Metrics metrics) {
        Map<String, Double> counted = new TreeMap<>();
        for (String line : metrics.ours()) {
            int value = line.lastIndexOf(' ');
            String name = line.substring(0, value);
            double count = Double.parseDouble(line.substring(value + 1));
            if (count != 0 && !name.matches(".*_(bucket|sum|max)\\{.*")) {
                counted.put(name.replace("\"", ""), count);
            }
        }
        return counted;
    }

    private static long events(String error, String factor) {
        return events.stream()
                .filter(event -> error.equals(String.valueOf(event.getError())))
                .filter(event -> factor.equals(event.getDetails().get("second_factor")))
                .filter(event -> event.getType().startsWith("LOGIN"))
                .count();
    }

    private static long errors(List<EventRepresentation> events, String error) {
        return events.stream().filter(event -> error.equals(event.getError())).count();
    }

    private static double meter(String name) {
        return meters.getOrDefault(name, 0.0);
    }

    @Test
    @DisplayName("X12 every meter counts each occurrence exactly once")
    void meters() {
        assertEquals(LoginScript.COUNTED, meters);
    }

    @Test
    @DisplayName("X11 X12 events report as many wrong and accepted entries, failures and refusals as meters do")
    void events() {
        assertEquals(
                meter("strongroom_verifications_total{factor=backup-codes,outcome=wrong}"),
                events("invalid_user_credentials", "backup-codes"));
        assertEquals(
                meter("strongroom_verifications_total{factor=sms-otp,outcome=wrong}"),
                events("invalid_user_credentials", "sms-otp"));
        assertEquals(
                meter("strongroom_verifications_total{factor=otp,outcome=wrong}"),
                events("invalid_user_credentials", "otp") + errors(flowEvents, "invalid_user_credentials"));
        assertEquals(
                meter("strongroom_verifications_total{factor=sms-otp,outcome=accepted}"), events("null", "sms-otp"));
        assertEquals(meter("strongroom_refused_total{limit=user}"), errors(events, "sms_limit_reached"));
        assertEquals(
                meter("strongroom_sms_sends_total{gateway=webhook,outcome=not_sent}"), errors(events, "sms_not_sent"));
    }

    @Test
    @DisplayName("security 6 19: no key of the store reveals a number or a code, even in a log at TRACE")
    void store() {
        List<String> calls =
                log.lines().filter(line -> line.contains("strongroom:")).toList();

        assertTrue(calls.size() > 100, () -> "calls of the store in the log: " + calls.size());
        for (String number : script.numbers()) {
            assertFalse(log.contains(number.substring(1)), number);
        }
        for (String code : script.codes()) {
            Pattern alone = Pattern.compile("(?<![\\w-])" + code + "(?![\\w-])");
            assertTrue(calls.stream().noneMatch(line -> alone.matcher(line).find()), code);
        }
        assertEquals(List.of(), log.lines().filter(USED_CODE.asPredicate()).toList());
    }
}
