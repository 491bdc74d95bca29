package io.strongroom.policy;

import static io.strongroom.policy.Methods.PASSKEY;

/** The part of {@code docs/policy.md} about organizations. */
final class OrganizationSection {

    private static final String REQUIRED = "enforcement=required";

    private final PolicyPage page;

    OrganizationSection(PolicyPage page) {
        this.page = page;
    }

    void organizations() {
        page.section("Organizations", "tenant", "organizations of the user", "situation", "the user");
        row("off", "none", "has an app", tenant("off", "sms,totp").own(Method.TOTP));
        row(
                "off",
                "Acme: required, totp",
                "has an app",
                tenant("off", "sms,totp").organization(REQUIRED, "methods=totp").own(Method.TOTP));
        row(
                "off",
                "Acme: required, totp",
                "has a number",
                tenant("off", "sms,totp").organization(REQUIRED, "methods=totp").own(Method.SMS));
        row(
                "off",
                "Acme: required, totp",
                "has a number, and passed it",
                tenant("off", "sms,totp")
                        .organization(REQUIRED, "methods=totp")
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms"));
        row(
                "required, sms,totp",
                "Acme: off",
                "has an app",
                tenant("required", "sms,totp").organization("enforcement=off").own(Method.TOTP));
        row("required, sms,totp", "Acme: totp; Globex: sms,totp", "has both", both("totp", "sms,totp"));
        row("required, sms,totp", "Acme: totp; Globex: sms", "has both", both("totp", "sms"));
        row(
                "required, sms,totp",
                "Acme: totp; Globex: sms",
                "has both, and passed the app",
                both("totp", "sms").passed(Method.TOTP, "own-totp"));
        row(
                "required, sms,totp",
                "Acme: totp; Globex: sms",
                "has both, and passed the number",
                both("totp", "sms").passed(Method.SMS, "own-sms"));
        row("required, 14 days of grace", "Acme: as the tenant", "has nothing", grace().organization("methods=totp"));
        row("required, 14 days of grace", "Acme: no grace", "has nothing", grace().organization("graceDays=0"));
        row(
                "required, 30 days for browsers",
                "Acme: 0 days",
                "has an app, and a remembered browser",
                tenant("required", "totp")
                        .with("rememberBrowserDays", "30")
                        .organization("rememberBrowserDays=0")
                        .own(Method.TOTP));
        row(
                "required, totp",
                "Acme: sms; exempts guests",
                "is a guest, has an app",
                tenant("required", "totp")
                        .organization("methods=sms", "exemptRoles=guest")
                        .role("guest")
                        .own(Method.TOTP));
        row(
                "off",
                "Acme: optional; requires staff",
                "is of the staff, has nothing",
                tenant("off", "totp")
                        .organization("enforcement=optional", "requiredRoles=staff")
                        .role("staff"));
        row(
                "off",
                "Acme: required, passkey",
                "passed a backup code",
                tenant("off", "totp")
                        .organization(REQUIRED, "methods=passkey")
                        .passkey()
                        .passedBackupCode());
        row(
                "required, sms; the role: passkey",
                "Acme: passkey,totp",
                "has a number",
                tenant("required", "sms")
                        .organization("methods=passkey,totp")
                        .heldTo(PASSKEY)
                        .own(Method.SMS));
    }

    private void row(String tenant, String organizations, String situation, Given given) {
        page.row(tenant, organizations, situation, given.then());
    }

    private static Given tenant(String enforcement, String methods) {
        return Given.tenant(enforcement).with("methods", methods);
    }

    private static Given both(String acme, String globex) {
        return tenant("required", "sms,totp")
                .organization("methods=" + acme)
                .organization("methods=" + globex)
                .own(Method.SMS)
                .own(Method.TOTP);
    }

    private static Given grace() {
        return tenant("required", "totp").with("graceDays", "14");
    }
}
