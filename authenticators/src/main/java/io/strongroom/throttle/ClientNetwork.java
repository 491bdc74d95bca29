package io.strongroom.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Determines the network that counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address. An
 * IPv6 connection has at least 2<sup>64</sup> addresses, so a limit per address would be useless (RFC 6177, section
 * 2).
 */
public final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /**
     * @param address remote address as reported by the server; if it is not an IP address, it is returned unchanged,
     *                without a DNS lookup
     */
    public static String of(String address) {
        String literal = literal(address);
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            // Text with a colon can't be a host name: it is parsed or rejected, never looked up in DNS.
            InetAddress parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address ? prefixOf(parsed) : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    /**
     * Checks whether the network is private, link-local or loopback.
     *
     * @param network the network as returned by {@link #of}
     */
    public static boolean isPrivate(String network) {
        if (network.endsWith("/64")) {
            // fc00::/7 and fe80::/10; ::1 is in the all-zero network
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
