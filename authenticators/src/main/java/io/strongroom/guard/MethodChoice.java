package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of the accepted methods a user wants to use; the choice lasts for the login. */
final class MethodChoice {

    private static final String FIELD = "method";
    private static final String NOTE = "strongroom.method";

    private MethodChoice() {}

    static boolean isChanged(LoginStep step) {
        Optional<Method> chosen = step.input().field(FIELD).flatMap(Method::ofWord);
        chosen.ifPresent(method -> step.login().setAuthNote(NOTE, method.word()));
        return chosen.isPresent();
    }

    /** The method chosen, where it is accepted; the only one, where there is no choice. */
    static Optional<Method> of(LoginStep step, Set<Method> accepted) {
        return accepted.size() == 1
                ? accepted.stream().findFirst()
                : Optional.ofNullable(step.login().getAuthNote(NOTE))
                        .flatMap(Method::ofWord)
                        .filter(accepted::contains);
    }

    /** For the page to offer. */
    static List<Map<String, String>> offers(Set<Method> methods) {
        return methods.stream()
                .sorted()
                .map(method -> Map.of("method", method.word(), "label", "strongroomMethod-" + method.word()))
                .toList();
    }
}
