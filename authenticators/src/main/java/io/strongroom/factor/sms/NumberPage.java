package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.phone.Country;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.phone.PhoneNumber.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Renders {@code strongroom-phone.ftl}, the page on which the user enters a phone number. */
final class NumberPage {

    static final String FIELD = "phoneNumber";

    private final LoginStep step;
    private final CountryField countries;
    private final String roomName;
    private final boolean cancellable;

    /**
     * @param roomName    name of the data room whose rule applies; null for a rule of the tenant
     * @param cancellable whether the user may cancel
     */
    NumberPage(LoginStep step, CountryField countries, String roomName, boolean cancellable) {
        this.step = step;
        this.countries = countries;
        this.roomName = roomName;
        this.cancellable = cancellable;
    }

    /** @param value initial value of the number field */
    Response render(String value) {
        return response(page(value));
    }

    Response renderError(String entered, Refusal refusal) {
        String field = refusal == Refusal.COUNTRY_UNKNOWN && countries.isChoice() ? CountryField.NAME : FIELD;
        PhoneNumber example = countries.example(countries.chosen(Optional.empty()));
        return response(page(entered).addError(new FormMessage(field, messageKey(refusal), example.e164())));
    }

    private LoginFormsProvider page(String value) {
        Optional<Country> chosen = countries.chosen(PhoneNumber.stored(value));
        PhoneNumber example = countries.example(chosen);
        Map<String, Object> model = new HashMap<>();
        model.put("value", value);
        model.put("example", example.e164());
        model.put("countries", countries.models());
        chosen.ifPresent(country -> {
            model.put("country", country.code());
            model.put("nationalExample", example.national());
        });
        model.put("cancel", cancellable);
        if (roomName != null) {
            model.put("dataRoom", roomName);
        }
        return step.page().setAttribute("phonePage", model);
    }

    private static Response response(LoginFormsProvider form) {
        return form.createForm("strongroom-phone.ftl");
    }

    private String messageKey(Refusal refusal) {
        return switch (refusal) {
            case MISSING -> "strongroomNumberMissing";
            case FORMAT -> "strongroomNumberFormat";
            case COUNTRY_UNKNOWN -> countries.isEmpty() ? "strongroomNumberCountry" : "strongroomNumberNational";
            case IMPOSSIBLE -> "strongroomNumberImpossible";
            case NO_TEXT -> "strongroomNumberNoText";
            case COUNTRY -> "strongroomNumberCountry";
        };
    }
}
