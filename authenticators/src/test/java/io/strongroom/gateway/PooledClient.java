package io.strongroom.gateway;

import java.io.IOException;
import java.util.List;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** An HTTP client as Keycloak has it: one pool for everybody, redirects followed. */
public final class PooledClient implements AutoCloseable {

    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    private final CloseableHttpClient http =
            HttpClients.custom().setConnectionManager(pool).build();

    public static final int RETRIES = 2;

    /** As with {@code --spi-connections-http-client--default--max-retries}: also of what may have been sent. */
    public CloseableHttpClient retrying() {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setConnectionManagerShared(true)
                .setRetryHandler(new DefaultHttpRequestRetryHandler(RETRIES, true, List.of()) {})
                .build();
    }

    public CloseableHttpClient http() {
        return http;
    }

    /** Lets so many calls to one host go on at a time. */
    void limit(int connections) {
        pool.setDefaultMaxPerRoute(connections);
    }

    /** How many connections somebody has taken and not given back. */
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
