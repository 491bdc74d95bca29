package io.strongroom.testrealm.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policies of the realm, Acme and Globex; values of an attribute are separated by a bar. */
enum OrganizationPolicyCase {
    ORGANIZATIONS_ALONE(
            "enforcement=off",
            "enforcement=required;methods=totp",
            "enforcement=required;methods=sms;exemptRoles=guest"),
    ROLES_AND_GRACE(
            "enforcement=off",
            "enforcement=optional;graceDays=7;requiredRoles=staff",
            "enforcement=required;methods=passkey;exemptRoles=two-factor-exempt"),
    OPTIONAL(
            "enforcement=optional;graceDays=7",
            "enforcement=required;methods=totp;exemptRoles=guest;graceDays=14",
            "methods=sms"),
    REQUIRED_BY_REALM(
            "enforcement=required;graceDays=7;roleMethods=clerk=passkey,totp",
            "methods=totp;exemptRoles=guest;graceDays=14",
            "enforcement=off;methods=passkey"),
    NOTHING_IN_COMMON("enforcement=required;methods=totp", "methods=sms;graceUntil=2000-01-31", "methods=passkey"),
    SEVERAL_VALUES(
            "enforcement=optional;methods=totp,sms,passkey;roleMethods=clerk=passkey;requiredRoles=staff",
            "methods=totp|sms;requiredRoles=clerk|guest",
            "enforcement=optional|required;graceUntil=2000-01-31;methods=totp"),
    UNUSUAL_TEXT(
            "enforcement=required;graceUntil=2099-01-31",
            "enforcement= Optional ;methods=TOTP;exemptRoles= guest,staff ;requiredRoles=-",
            "methods=banana;graceDays=never"),
    NO_SELF_SERVICE(
            "enforcement=optional;selfService=false;methods=totp,sms,passkey;roleMethods=clerk=passkey",
            "enforcement=required;methods=passkey,security-key;graceDays=7",
            "sms.sender=Globex");

    final Map<String, List<String>> realm;
    final Map<String, List<String>> acme;
    final Map<String, List<String>> globex;

    OrganizationPolicyCase(String realm, String acme, String globex) {
        this.realm = attributes(realm);
        this.acme = attributes(acme);
        this.globex = attributes(globex);
    }

    /** Reads attributes as they are written above. */
    static Map<String, List<String>> attributes(String text) {
        return Stream.of(text.split(";"))
                .map(attribute -> attribute.split("=", 2))
                .collect(Collectors.toMap(
                        attribute -> "twoFactor." + attribute[0], attribute -> List.of(attribute[1].split("\\|"))));
    }

    private boolean isOn(Map<String, List<String>> tenant) {
        String own = String.join(",", tenant.getOrDefault("twoFactor.enforcement", List.of()));
        return !(own.isEmpty() ? String.join(",", realm.get("twoFactor.enforcement")) : own).equals("off");
    }

    /** Whether a policy is on that could ask this user. */
    boolean couldAsk(JsonNode user) {
        List<String> aliases = user.path("organizations").findValuesAsText("alias");
        return isOn(realm) || aliases.contains("acme") && isOn(acme) || aliases.contains("globex") && isOn(globex);
    }
}
