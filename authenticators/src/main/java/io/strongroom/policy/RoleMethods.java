package io.strongroom.policy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods to which the holders of some roles are held, instead of the tenant's methods.
 *
 * @param byRole for each role, the accepted methods, never empty. A realm role is given by its name, a client role as
 *               {@code client.role}
 */
public record RoleMethods(Map<String, Set<Method>> byRole) {

    static final String ATTRIBUTE = "twoFactor.roleMethods";
    static final String ENTRY_SEPARATOR = "##";
    static final RoleMethods NONE = new RoleMethods(Map.of());
    private static final String EXAMPLE =
            "role=method,method separated by " + ENTRY_SEPARATOR + ", such as realm-admin=passkey,security-key";

    static RoleMethods parse(Settings settings) {
        return settings.roleMethods(ATTRIBUTE, EXAMPLE);
    }

    /** Reads one entry for each role; a role without a known method is held to the methods that resist phishing. */
    static RoleMethods of(List<String> entries) {
        Map<String, Set<Method>> byRole = new LinkedHashMap<>();
        entries.forEach(entry -> {
            String role = roleOf(entry);
            if (!role.isEmpty()) {
                Set<Method> known = knownMethodsOf(entry);
                byRole.put(role, known.isEmpty() ? Method.phishingResistant(Method.values()) : known);
            }
        });
        return new RoleMethods(byRole);
    }

    static boolean isValid(String entry) {
        List<String> words = wordsOf(entry);
        return !roleOf(entry).isEmpty()
                && !words.isEmpty()
                && words.stream().allMatch(word -> Method.ofWord(word).isPresent());
    }

    private static String roleOf(String entry) {
        int end = entry.lastIndexOf('=');
        return (end < 0 ? entry : entry.substring(0, end)).strip();
    }

    private static List<String> wordsOf(String entry) {
        int end = entry.lastIndexOf('=');
        return end < 0 ? List.of() : WordList.of(entry.substring(end + 1));
    }

    private static Set<Method> knownMethodsOf(String entry) {
        return wordsOf(entry).stream()
                .flatMap(word -> Method.ofWord(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the entries as they are written in the attribute. */
    List<String> entries() {
        return byRole.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(",", Setting.wordsOf(entry.getValue())))
                .toList();
    }

    /** Returns whether any role is held to this method. */
    public boolean contain(Method method) {
        return byRole.values().stream().anyMatch(methods -> methods.contains(method));
    }

    /** Returns the methods that a user may use who belongs to no organization with a policy. */
    public Optional<Set<Method>> of(Predicate<String> holds) {
        return of(holds, List.of());
    }

    /**
     * Returns the methods that a user may use: the strictest of the lists of all of the user's roles and organizations.
     *
     * @param holds         checks whether the user holds a role
     * @param organizations the lists of the user's organizations
     * @return empty if the user holds none of the roles
     */
    public Optional<Set<Method>> of(Predicate<String> holds, List<Set<Method>> organizations) {
        List<Set<Method>> held = heldBy(holds);
        return held.isEmpty()
                ? Optional.empty()
                : MethodLists.strictest(
                        Stream.concat(held.stream(), organizations.stream()).toList());
    }

    /** Returns the lists of all roles that a user holds. */
    public List<Set<Method>> heldBy(Predicate<String> holds) {
        return byRole.entrySet().stream()
                .filter(entry -> holds.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Returns the stricter of two lists for a user whose roles somebody else may have changed.
     *
     * @param heldBefore    checks whether the user held a role before the change
     * @param holdsNow      checks whether the user holds a role now
     * @param tenant        the methods of users without any of the roles
     * @param organizations the lists of the user's organizations
     */
    public Optional<Set<Method>> strictest(
            Predicate<String> heldBefore,
            Predicate<String> holdsNow,
            Set<Method> tenant,
            List<Set<Method>> organizations) {
        Optional<Set<Method>> before = of(heldBefore, organizations);
        Optional<Set<Method>> now = of(heldBefore.or(holdsNow), organizations);
        return MethodLists.weakest(now.orElse(tenant)) > MethodLists.weakest(before.orElse(tenant)) ? now : before;
    }
}
