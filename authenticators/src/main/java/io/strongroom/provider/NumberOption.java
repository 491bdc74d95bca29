package io.strongroom.provider;

import io.strongroom.log.Log;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A whole number among the server's options. One that is not allowed neither keeps the server from starting nor stops what it limits:
 * the log names it once, and the value that holds instead.
 */
public final class NumberOption {

    private static final Log LOG = Log.of(NumberOption.class);
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final String owner;
    private final UnaryOperator<String> config;

    /**
     * @param owner  whose options they are, such as {@code sms-dispatcher pool}
     * @param config finds the value of an option, or null: {@code Config.Scope::get}
     */
    public NumberOption(String owner, UnaryOperator<String> config) {
        this.owner = owner;
        this.config = config;
    }

    /** The default where the option is absent, unreadable or below the range, the highest where it is above. */
    public int number(String option, int lowest, int highest, int usual) {
        String value = config.apply(option);
        if (value == null || value.isBlank()) {
            return usual;
        }
        int holds = read(value.strip(), lowest, highest, usual);
        if (!value.strip().equals(Integer.toString(holds)) && SAID.add(owner + " " + option + " " + value)) {
            LOG.warnf(
                    "the option %s of %s is \"%s\", which is not between %d and %d: %d holds",
                    option, owner, value, lowest, highest, holds);
        }
        return holds;
    }

    private static int read(String value, int lowest, int highest, int usual) {
        try {
            BigInteger number = new BigInteger(value);
            boolean isBelow = number.compareTo(BigInteger.valueOf(lowest)) < 0;
            return isBelow ? usual : number.min(BigInteger.valueOf(highest)).intValue();
        } catch (NumberFormatException notANumber) {
            return usual;
        }
    }
}
