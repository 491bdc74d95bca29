package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the accepted methods a user wants to use; the choice lasts for the login. */
final class MethodChoice {

    private static final String FIELD = "method";
    private static final String NOTE = "strongroom.method";

    private MethodChoice() {}

    static boolean isChanged(LoginStep step) {
        Optional<Choice> chosen = step.input().field(FIELD).flatMap(Choice::ofWord);
        chosen.ifPresent(choice -> step.login().setAuthNote(NOTE, choice.word()));
        return chosen.isPresent();
    }

    /** The method chosen; never one that is not offered. */
    static Optional<Choice> of(LoginStep step, List<Choice> offered) {
        return Optional.ofNullable(step.login().getAuthNote(NOTE))
                .flatMap(Choice::ofWord)
                .filter(offered::contains);
    }

    static List<Map<String, String>> othersThan(Choice current, List<Choice> offered) {
        return models(offered.stream().filter(choice -> choice != current).toList());
    }

    /** For the page to offer. */
    static List<Map<String, String>> models(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Map.of("method", choice.word(), "label", "strongroomMethod-" + choice.word()))
                .toList();
    }
}
