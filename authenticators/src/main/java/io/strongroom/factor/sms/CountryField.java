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

/** The country a number is of, for who enters it as it is dialled there. What is chosen lasts for the login. */
final class CountryField {

    static final String NAME = "country";

    private static final String CHOSEN = "strongroom.enrol.country";

    private final LoginStep step;
    private final List<Country> offered;
    private final Locale language;
    private final Optional<String> home;

    CountryField(LoginStep step, SmsRules rules) {
        this.step = step;
        this.home = rules.home();
        this.language = step.session().getContext().resolveLocale(step.user());
        this.offered = Country.all(rules.countries()::allows, language);
    }

    /** Whether there is anything to choose. */
    boolean isChoice() {
        return offered.size() > 1;
    }

    boolean isEmpty() {
        return offered.isEmpty();
    }

    /** What this request says, or the only one there is; never a country that is not offered. */
    Optional<Country> entered() {
        return isChoice()
                ? step.input().field(NAME).flatMap(this::offered)
                : offered.stream().findFirst();
    }

    void remember(Country country) {
        step.login().setAuthNote(CHOSEN, country.code());
    }

    /** A number in full can be of another country than the one chosen. */
    void remember(PhoneNumber number) {
        Optional<Integer> callingCode = entered().map(Country::callingCode);
        number.country()
                .flatMap(this::offered)
                .filter(country -> !callingCode.equals(Optional.of(country.callingCode())))
                .ifPresent(this::remember);
    }

    /**
     * What the page has chosen already: what was entered before, else the country of the number it proposes, else the tenant's, else
     * what the browser's languages speak for.
     *
     * @param proposed the number, or empty
     */
    Optional<Country> chosen(Optional<PhoneNumber> proposed) {
        return entered()
                .or(() -> Optional.ofNullable(step.login().getAuthNote(CHOSEN)).flatMap(this::offered))
                .or(() -> proposed.flatMap(PhoneNumber::country).flatMap(this::offered))
                .or(() -> home.flatMap(this::offered))
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

    /** A number to show: of the chosen country, else of one that is offered. */
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

    /** For the page to list. */
    List<Map<String, Object>> models() {
        return offered.stream()
                .map(country -> Map.<String, Object>of(
                        "code", country.code(), "name", country.name(), "callingCode", country.callingCode()))
                .toList();
    }
}
