package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import java.net.URI;
import java.util.Optional;

/** The way in which the waiting login began. */
enum Way {
    CODE {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(tenant.realm().app().authorize()).page();
        }
    },
    /** For an application that needs the user's consent. */
    CONSENT {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(tenant.realm().app(Tenant.CONSENT_APP).authorize())
                    .page();
        }
    },
    /** The redirect contains tokens in addition to the code. */
    HYBRID {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(tenant.realm()
                            .app(Tenant.HYBRID_APP)
                            .authorize()
                            .with("response_type", "code id_token token")
                            .with("nonce", "nonce"))
                    .page();
        }
    },
    SAML {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(tenant.saml().request()).page();
        }
    },
    DEVICE {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(URI.create(member.device(app(tenant)).text("verification_uri_complete")))
                    .page();
        }

        @Override
        Optional<String> leak(Tenant tenant, Member member) {
            Answer answer = app(tenant).poll(member.device());
            return answer.hasTokens() ? Optional.of("the device got tokens") : Optional.empty();
        }

        private App app(Tenant tenant) {
            return tenant.realm().app();
        }
    },
    IDENTITY_PROVIDER {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(tenant.realm().app().authorize().with("kc_idp_hint", Tenant.PROVIDER))
                    .page();
        }
    },
    /** For an organization that has a policy, too. */
    ORGANIZATION {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            member.joinOrganization();
            return browser.open(tenant.realm()
                            .app()
                            .authorize()
                            .with(
                                    "scope",
                                    "openid organization:"
                                            + tenant.organization().alias()))
                    .page();
        }
    },
    /** A link in an e-mail, which its reader has opened. */
    ACTION_MAIL {
        @Override
        Page begin(Browser browser, Tenant tenant, Member member) {
            return browser.open(member.link())
                    .page()
                    .click("#kc-info-message a")
                    .page();
        }
    };

    /** Up to the first page in a browser. */
    abstract Page begin(Browser browser, Tenant tenant, Member member);

    /** The result that the browser does not see. */
    Optional<String> leak(Tenant tenant, Member member) {
        return Optional.empty();
    }
}
