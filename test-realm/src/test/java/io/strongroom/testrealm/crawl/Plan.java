package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.crawl.Call.Place;
import io.strongroom.testrealm.crawl.Parameter.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The calls to make, the same at each run. Pages and ways are assigned in rotation, so that each pair of them is used
 * with every endpoint of logins.
 */
final class Plan {
    private static final Parameter[] PARAMETERS = Parameter.values();
    private static final Value[] VALUES = Value.values();

    private record Begin(Waiting waiting, Way way) {}

    private final boolean isWhole;
    private final Random random = new Random(1);
    private final Deque<Begin> deck = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();

    private Plan(boolean isWhole) {
        this.isWhole = isWhole;
    }

    /**
     * For endpoints that continue a login: every subset of the right parameters with the page's own form and with a consent, and every
     * pair of values with every kind of form. For protocols: every pair of values. Elsewhere: one value for all.
     */
    static List<Call> brief(List<Endpoint> endpoints) {
        return new Plan(false).of(endpoints);
    }

    /**
     * For endpoints that continue a login: every combination of parameter values; that begin one or return: subsets.
     * Elsewhere: every pair of values.
     */
    static List<Call> whole(List<Endpoint> endpoints) {
        return new Plan(true).of(endpoints);
    }

    private List<Call> of(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.isDeclared()) {
                add(endpoint, Fields.NOTHING, false, new int[PARAMETERS.length], 0);
            } else if (endpoint.isOfLogins()) {
                addSubsets(endpoint);
                if (isWhole) {
                    addCombinations(endpoint);
                } else {
                    addPairs(endpoint);
                }
            } else if (endpoint.isOfProtocols()) {
                addPairs(endpoint);
                if (isWhole) {
                    addSubsets(endpoint);
                }
            } else if (isWhole) {
                addPairs(endpoint);
            } else {
                addAlike(endpoint);
            }
        }
        return calls;
    }

    private void addSubsets(Endpoint endpoint) {
        int others = PARAMETERS.length - 1;
        for (Fields fields : Fields.briefFor(endpoint)) {
            for (int subset = 0; subset < 1 << others; subset++) {
                int[] values = new int[PARAMETERS.length];
                for (int parameter = 0; parameter < others; parameter++) {
                    values[parameter] = subset >> parameter & 1;
                }
                values[others] = random.nextInt(VALUES.length);
                add(endpoint, fields, false, values, random.nextInt(Place.values().length));
            }
        }
    }

    private void addPairs(Endpoint endpoint) {
        List<Fields> fields = Fields.allFor(endpoint);
        boolean isFormPaired = isWhole || endpoint.isOfLogins();
        List<int[]> rows =
                CoveringRows.pairs(4, 4, 4, 4, 4, 4, Place.values().length, 2, isFormPaired ? fields.size() : 1);
        for (int row = 0; row < rows.size(); row++) {
            int[] values = rows.get(row);
            int form = isFormPaired ? values[8] : row % fields.size();
            add(endpoint, fields.get(form), values[7] == 1, values, values[6]);
        }
    }

    /** An action token matters only at endpoints that read it. */
    private void addCombinations(Endpoint endpoint) {
        List<Fields> fields = Fields.allFor(endpoint);
        int varied = endpoint.readsKey() ? PARAMETERS.length : PARAMETERS.length - 1;
        for (int combination = 0; combination < 1 << 2 * varied; combination++) {
            int[] values = new int[PARAMETERS.length];
            for (int parameter = 0; parameter < PARAMETERS.length; parameter++) {
                values[parameter] =
                        parameter < varied ? combination >> 2 * parameter & 3 : random.nextInt(VALUES.length);
            }
            Fields chosen = fields.get(random.nextInt(fields.size()));
            add(endpoint, chosen, false, values, random.nextInt(Place.values().length));
        }
    }

    /** All parameters absent, all stale, all of the other tab; and all right, with every form. */
    private void addAlike(Endpoint endpoint) {
        for (Value value : VALUES) {
            int[] values = new int[PARAMETERS.length];
            Arrays.fill(values, value.ordinal());
            List<Fields> fields = value == Value.RIGHT ? Fields.briefFor(endpoint) : List.of(Fields.NOTHING);
            fields.forEach(form -> add(endpoint, form, random.nextBoolean(), values, Place.BOTH.ordinal()));
        }
    }

    private void add(Endpoint endpoint, Fields fields, boolean isJson, int[] values, int place) {
        Map<Parameter, Value> chosen = new EnumMap<>(Parameter.class);
        for (int parameter = 0; parameter < PARAMETERS.length; parameter++) {
            chosen.put(PARAMETERS[parameter], VALUES[values[parameter]]);
        }
        Begin begin = deal();
        boolean takesJson = !endpoint.isOfLogins() && !endpoint.isOfProtocols();
        calls.add(new Call(
                endpoint,
                begin.waiting(),
                begin.way(),
                chosen,
                endpoint.hasBody() ? Place.values()[place] : Place.ADDRESS,
                fields,
                isJson && takesJson));
    }

    private Begin deal() {
        if (deck.isEmpty()) {
            List<Begin> cards = new ArrayList<>();
            for (Waiting waiting : Waiting.values()) {
                for (Way way : Way.values()) {
                    cards.add(new Begin(waiting, way));
                }
            }
            Collections.shuffle(cards, random);
            deck.addAll(cards);
        }
        return deck.pop();
    }
}
