package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.phone.Country;
import io.strongroom.phone.CountryGuess;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The country field for numbers entered in national format. The choice is stored in the login. */
final class CountryField {

    static final String NAME = "country";

    private static final String CHOSEN = "strongroom.enrol.country";

    private final LoginStep step;
    private final List<Country> offered;
    private final Locale language;
    private final Optional<String> tenantCountry;

    CountryField(LoginStep step, SmsRules rules) {
        this.step = step;
        this.tenantCountry = rules.home();
        this.language = step.session().getContext().resolveLocale(step.user());
        this.offered = Country.all(rules.countries()::allows, language);
    }

    /** Returns whether there is more than one country to choose from. */
    boolean isChoice() {
        return offered.size() > 1;
    }

    boolean isEmpty() {
        return offered.isEmpty();
    }

    /** Returns the submitted country, or the only one offered; empty if the submitted one is not offered. */
    Optional<Country> entered() {
        return isChoice()
                ? step.input().field(NAME).flatMap(this::offered)
                : offered.stream().findFirst();
    }

    void remember(Country country) {
        step.login().setAuthNote(CHOSEN, country.code());
    }

    /**
     * Remembers the country of an entered number: a number in international format may belong to a country other than
     * the chosen one.
     */
    void remember(PhoneNumber number) {
        Optional<Integer> callingCode = entered().map(Country::callingCode);
        number.country()
                .flatMap(this::offered)
                .filter(country -> !callingCode.equals(Optional.of(country.callingCode())))
                .ifPresent(this::remember);
    }

    /**
     * Returns the preselected country. This is the first of the following that exists: the country entered before,
     * that of the proposed number, the tenant's country, or a guess from the browser's languages.
     *
     * @param proposed the number proposed to the user, if any
     */
    Optional<Country> chosen(Optional<PhoneNumber> proposed) {
        return entered()
                .or(() -> Optional.ofNullable(step.login().getAuthNote(CHOSEN)).flatMap(this::offered))
                .or(() -> proposed.flatMap(PhoneNumber::country).flatMap(this::offered))
                .or(() -> tenantCountry.flatMap(this::offered))
                .or(this::guess);
    }

    private Optional<Country> guess() {
        HttpHeaders headers = step.session().getContext().getHttpRequest().getHttpHeaders();
        Set<String> codes = offered.stream().map(Country::code).collect(Collectors.toSet());
        return CountryGuess.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), language, codes)
                .flatMap(this::offered);
    }

    private Optional<Country> offered(String code) {
        return offered.stream().filter(country -> country.code().equals(code)).findFirst();
    }

    /** Returns an example number for the chosen country, or for one of the offered countries if none is chosen. */
    PhoneNumber example(Optional<Country> chosen) {
        return chosen.flatMap(Country::example)
                .or(() -> Optional.of(new PhoneNumber(PhoneNumber.EXAMPLE))
                        .filter(number ->
                                number.country().flatMap(this::offered).isPresent()))
                .or(() -> offered.stream()
                        .flatMap(country -> country.example().stream())
                        .findFirst())
                .orElseGet(() -> new PhoneNumber(PhoneNumber.EXAMPLE));
    }

    /** Returns the offered countries for the template. */
    List<Map<String, Object>> models() {
        return offered.stream()
                .map(country -> Map.<String, Object>of(
                        "code", country.code(), "name", country.name(), "callingCode", country.callingCode()))
                .toList();
    }
}
