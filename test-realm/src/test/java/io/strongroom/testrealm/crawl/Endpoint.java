package io.strongroom.testrealm.crawl;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of a resource.
 *
 * @param verb such as {@code GET}
 * @param path below the server's address, with parameters as {@code {name}}
 * @param isDeclared false if only the path is declared, and this verb is tried as well
 * @param readsKey whether it takes action tokens
 */
record Endpoint(String verb, String path, boolean isDeclared, boolean readsKey) implements Comparable<Endpoint> {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /** The path with values for its parameters. */
    String path(Function<String, String> values) {
        return PARAMETER
                .matcher(path)
                .replaceAll(parameter -> Matcher.quoteReplacement(values.apply(parameter.group(1))));
    }

    boolean isAt(String otherVerb, String otherPath) {
        return verb.equals(otherVerb) && path.equals(otherPath);
    }

    /** Whether a login continues here. */
    boolean isOfLogins() {
        return path.startsWith("/realms/{realm}/login-actions/");
    }

    /** Whether a login begins or returns here. */
    boolean isOfProtocols() {
        return path.matches("/realms/\\{realm}/(protocol|broker|device)\\b.*");
    }

    boolean hasBody() {
        return !verb.equals("GET");
    }

    @Override
    public int compareTo(Endpoint other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return path + " " + verb;
    }
}
