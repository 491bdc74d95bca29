package io.strongroom.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Checks whether an address is on the public Internet (IANA special-purpose registries, RFC 6890). A webhook connects
 * to other addresses only if an option allows them.
 */
final class PublicAddress {

    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // IPv6: all addresses outside the allocated block 2000::/3, and special-purpose blocks inside it.
            "::/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "4000::/2",
            "8000::/1");

    /** IPv4 addresses embedded in NAT64 addresses (RFC 6052). */
    private static final Block NAT64 = block("64:ff9b::/96");

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        return NAT64.contains(address)
                ? isPublic(address(Arrays.copyOfRange(address.getAddress(), 12, 16)))
                : SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    private record Block(byte[] network, int bits) {

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length == network.length && Arrays.mismatch(masked(bytes), masked(network)) < 0;
        }

        private byte[] masked(byte[] bytes) {
            byte[] kept = new byte[bytes.length];
            for (int bit = 0; bit < bits; bit++) {
                kept[bit / 8] |= (byte) (bytes[bit / 8] & 0x80 >> bit % 8);
            }
            return kept;
        }
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(PublicAddress::block).toList();
    }

    private static Block block(String text) {
        String[] parts = text.split("/");
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException impossibleForLiterals) {
            throw new IllegalStateException(impossibleForLiterals);
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossibleForFourBytes) {
            throw new IllegalStateException(impossibleForFourBytes);
        }
    }
}
