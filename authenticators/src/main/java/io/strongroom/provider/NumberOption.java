package io.strongroom.provider;

import io.strongroom.log.Log;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Reads integer server options. An invalid value does not prevent the server from starting; the value is replaced
 * and logged once.
 */
public final class NumberOption {

    private static final Log LOG = Log.of(NumberOption.class);
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private final String owner;
    private final UnaryOperator<String> config;

    /**
     * @param owner  the SPI and provider that own the options, such as {@code sms-dispatcher pool}
     * @param config returns the value of an option, or null if it is absent, such as {@code Config.Scope::get}
     */
    public NumberOption(String owner, UnaryOperator<String> config) {
        this.owner = owner;
        this.config = config;
    }

    /**
     * Returns an option's value. An absent or unreadable value, or one that is too low, is replaced with the
     * default, and one that is too high with the highest allowed value.
     */
    public int number(String option, int lowest, int highest, int ifAbsent) {
        String value = config.apply(option);
        if (value == null || value.isBlank()) {
            return ifAbsent;
        }
        int effective = read(value.strip(), lowest, highest, ifAbsent);
        if (!value.strip().equals(Integer.toString(effective)) && REPORTED.add(owner + " " + option + " " + value)) {
            LOG.warnf(
                    "option %s of %s is \"%s\", which is not a number from %d to %d; using %d",
                    option, owner, value, lowest, highest, effective);
        }
        return effective;
    }

    private static int read(String value, int lowest, int highest, int ifAbsent) {
        try {
            BigInteger number = new BigInteger(value);
            boolean isBelow = number.compareTo(BigInteger.valueOf(lowest)) < 0;
            return isBelow ? ifAbsent : number.min(BigInteger.valueOf(highest)).intValue();
        } catch (NumberFormatException notANumber) {
            return ifAbsent;
        }
    }
}
