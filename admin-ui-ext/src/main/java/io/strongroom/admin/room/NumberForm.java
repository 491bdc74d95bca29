package io.strongroom.admin.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Fields;
import io.strongroom.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A phone number entered by an administrator.
 *
 * @param number the number, or empty if there are errors
 * @param errors all errors of the body
 */
record NumberForm(Optional<PhoneNumber> number, List<FieldError> errors) {

    private static final String FIELD = "phoneNumber";

    /**
     * @param countries tests whether numbers of a country are allowed; takes the country's code, or null for numbers
     *                  without a country
     */
    static NumberForm of(ObjectNode body, Predicate<String> countries) {
        Fields fields = new Fields(body);
        Optional<String> entered = fields.requiredText(FIELD);
        fields.refuseOthers();
        List<FieldError> errors = new ArrayList<>(fields.errors());
        Optional<PhoneNumber> number = entered.flatMap(text -> parse(text, countries, errors));
        return new NumberForm(number, List.copyOf(errors));
    }

    private static Optional<PhoneNumber> parse(String entered, Predicate<String> countries, List<FieldError> errors) {
        try {
            return Optional.of(PhoneNumber.parse(entered, countries));
        } catch (PhoneNumber.RefusedException refused) {
            String key = switch (refused.refusal()) {
                case MISSING -> "strongroomAdminMissing";
                case FORMAT, COUNTRY_UNKNOWN -> "strongroomAttributeFormat";
                case IMPOSSIBLE -> "strongroomAttributeImpossible";
                case NO_TEXT -> "strongroomAttributeNoText";
                case COUNTRY -> "strongroomAttributeCountry";
            };
            errors.add(new FieldError(FIELD, key));
            return Optional.empty();
        }
    }
}
