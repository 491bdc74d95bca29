package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's choice among the offered methods, stored until the login ends. */
final class MethodChoice {

    private static final String FIELD = "method";
    private static final String NOTE = "strongroom.method";

    private MethodChoice() {}

    /**
     * Stores the choice submitted in the form, if any.
     *
     * @return whether the form contains a choice
     */
    static boolean storeSubmitted(LoginStep step) {
        Optional<Choice> submitted = step.input().field(FIELD).flatMap(Choice::parse);
        submitted.ifPresent(choice -> step.login().setAuthNote(NOTE, choice.value()));
        return submitted.isPresent();
    }

    /** Returns the stored choice; empty if there is none or if it is not offered. */
    static Optional<Choice> of(LoginStep step, List<Choice> offered) {
        return Optional.ofNullable(step.login().getAuthNote(NOTE))
                .flatMap(Choice::parse)
                .filter(offered::contains);
    }

    static List<Map<String, String>> othersThan(Choice current, List<Choice> offered) {
        return options(
                offered.stream().filter(choice -> !choice.equals(current)).toList());
    }

    /** Returns the choices as models for the template, each with its form value and the message key of its label. */
    static List<Map<String, String>> options(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Map.of("method", choice.value(), "label", "strongroomMethod-" + choice.value()))
                .toList();
    }
}
