package io.strongroom.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a client has one of, where addresses are counted: an IPv4 address, or the first 64 bits of an IPv6 address. Whoever has
 * an IPv6 connection has at least 2<sup>64</sup> addresses, and a limit on each would be none (RFC 6177, section 2).
 */
public final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /** @param address as the server tells it; what is no IP address is taken as it is, and nothing is looked up */
    public static String of(String address) {
        String literal = literal(address);
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            // A name with a colon is no host name: it is parsed, or refused, and never asked of DNS.
            InetAddress parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address ? prefixOf(parsed) : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    /**
     * Whether an address is one of those that any network may use, or of this machine.
     *
     * @param network as {@link #of} has it
     */
    public static boolean isPrivate(String network) {
        if (network.endsWith("/64")) {
            // fc00::/7 and fe80::/10; ::1 is of the network of zeros
            return network.matches("f[cd].*|fe[89ab].*|0{16}/64");
        }
        return network.matches("127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*");
    }

    private static String literal(String address) {
        return address.replaceAll("^\\[|\\].*$|%.*$", "");
    }

    private static String prefixOf(InetAddress address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64";
    }
}
