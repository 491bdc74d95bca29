package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FulfilledActions;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.sentcode.Channel;
import io.strongroom.factor.sentcode.Ownership;
import io.strongroom.factor.sentcode.Purpose;
import io.strongroom.factor.sentcode.SentCodeExchange;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.phone.Country;
import io.strongroom.phone.DialledNumber;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Lets users set up their own number: they enter the number, then the code sent to it. */
public final class SmsEnrolment {

    private static final String NO_FACTOR = null;
    private static final String PENDING_NUMBER = "strongroom.enrol.number";

    private final LoginStep step;
    private final SmsRules rules;
    private final String roomName;
    private final boolean cancellable;
    private final Clock clock;

    /**
     * @param roomName    name of the data room whose rule applies; null for a rule of the tenant
     * @param cancellable whether the user may cancel because an application started the enrolment
     */
    public SmsEnrolment(LoginStep step, SmsRules rules, String roomName, boolean cancellable, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.roomName = roomName;
        this.cancellable = cancellable;
        this.clock = clock;
    }

    public StepResult show() {
        return new StepResult.Show(
                pending().map(number -> exchange(number).show()).orElseGet(this::numberPage));
    }

    public StepResult process() {
        if (step.input().has("changeNumber")) {
            step.login().removeAuthNote(PENDING_NUMBER);
            return new StepResult.Show(numberPage());
        }
        if (step.input().has(NumberPage.FIELD)) {
            return new StepResult.Show(
                    submitNumber(step.input().field(NumberPage.FIELD).orElse("")));
        }
        return pending().map(this::prove).orElseGet(() -> new StepResult.Show(numberPage()));
    }

    private Response submitNumber(String entered) {
        CountryField countries = new CountryField(step, rules);
        Optional<Country> country = countries.entered();
        country.ifPresent(countries::remember);
        try {
            PhoneNumber number =
                    new DialledNumber(entered, country.map(Country::code).orElse(null)).parse(this::isOffered);
            countries.remember(number);
            step.login().setAuthNote(PENDING_NUMBER, number.e164());
            return exchange(number).show();
        } catch (PhoneNumber.RefusedException refused) {
            EventBuilder event =
                    credentialEvent().detail("reason", refused.refusal().name().toLowerCase(Locale.ROOT));
            ErrorEvents.emitAfterTransaction(step.session(), event, "phone_number_refused");
            return numberPage(countries).renderError(entered, refused.refusal());
        }
    }

    /**
     * Returns whether users may set up numbers of this country. Users may not set up numbers from networks without
     * a country, because the prices of these networks are unpredictable; administrators may.
     */
    private boolean isOffered(String country) {
        return country != null && rules.countries().allows(country);
    }

    private StepResult prove(PhoneNumber number) {
        StepResult result = exchange(number).process(NO_FACTOR, () -> accept(number));
        if (result instanceof StepResult.Failed) {
            ErrorEvents.emitAfterTransaction(step.session(), credentialEvent(number), Errors.INVALID_USER_CREDENTIALS);
        }
        return result;
    }

    private PassedFactor accept(PhoneNumber number) {
        String id = new SmsCredentials(step.context(clock)).enrol(number);
        step.login().removeAuthNote(PENDING_NUMBER);
        FulfilledActions.clear(SmsEnrolActionFactory.ID, step);
        NewFactor.markSetUp(step.login());
        credentialEvent(number).success();
        return PassedFactor.in(step, SmsCredential.TYPE, id, clock.millis());
    }

    private EventBuilder credentialEvent(PhoneNumber number) {
        return credentialEvent()
                .detail(EventDetails.PHONE_NUMBER, number.masked().shown());
    }

    private EventBuilder credentialEvent() {
        return step.event()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, SmsCredential.TYPE);
    }

    private Optional<PhoneNumber> pending() {
        return Optional.ofNullable(step.login().getAuthNote(PENDING_NUMBER)).map(PhoneNumber::new);
    }

    private SentCodeExchange exchange(PhoneNumber number) {
        Channel channel = new SmsChannel(step, rules, number, ownership(number), clock);
        return new SentCodeExchange(step, channel, Purpose.enrolment(roomName), clock);
    }

    /** Returns the ownership of the entered number. Users may prove a number again after setting it up. */
    private Ownership ownership(PhoneNumber number) {
        return new SmsCredentials(step.context(clock))
                .trusted().stream()
                        .filter(credential -> credential.number().equals(number))
                        .map(SmsCredential::ownership)
                        .min(Comparator.naturalOrder())
                        .orElse(Ownership.NEW);
    }

    private Response numberPage() {
        return numberPage(new CountryField(step, rules)).render(suggestion());
    }

    private NumberPage numberPage(CountryField countries) {
        return new NumberPage(step, countries, roomName, cancellable);
    }

    private String suggestion() {
        return new PhoneNumberAttribute(step.session(), step.user())
                .suggestion()
                .orElse("");
    }
}
