package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.http.HttpHost;

/**
 * A webhook's host and its allowed addresses. The name is resolved once per message, all of its addresses are
 * checked, and the connection uses one of the checked addresses, so that DNS rebinding has no effect. If the server
 * uses a proxy, the proxy resolves the name.
 */
final class Destination {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final HttpHost host;
    private final boolean allowPrivate;
    private final Resolver resolver;

    private Destination(HttpHost host, boolean allowPrivate, Resolver resolver) {
        this.host = host;
        this.allowPrivate = allowPrivate;
        this.resolver = resolver;
    }

    /** Resolves host names, like {@link InetAddress#getAllByName}. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * Returns the destination of a URI. Allows https, and http only to this machine. Non-public addresses need the
     * {@code allow-private-addresses} option.
     */
    static Configured<Destination> of(GatewayOptions options, URI uri, Resolver resolver) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!https && !(http && THIS_MACHINE.matcher(uri.getHost()).matches())) {
            return options.fault("url", "is neither https nor http to this machine");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : https ? 443 : 80;
        HttpHost host = new HttpHost(uri.getHost(), port, uri.getScheme());
        return Configured.ready(new Destination(host, options.flag("allow-private-addresses"), resolver));
    }

    /**
     * Returns the host once per address, for connecting without another DNS lookup, or a fault if any address is
     * forbidden.
     *
     * @throws UnknownHostException if the name currently can't be resolved
     */
    Configured<List<HttpHost>> resolve() throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host.getHostName());
        return Arrays.stream(addresses).allMatch(this::isAllowed)
                ? Configured.ready(Arrays.stream(addresses).map(this::at).toList())
                : Configured.faulty("the option url of webhook resolves to an address that is not public");
    }

    private boolean isAllowed(InetAddress address) {
        boolean plain = "http".equals(host.getSchemeName());
        return plain ? allowPrivate && address.isLoopbackAddress() : allowPrivate || PublicAddress.isPublic(address);
    }

    private HttpHost at(InetAddress address) {
        return new HttpHost(address, host.getHostName(), host.getPort(), host.getSchemeName());
    }
}
