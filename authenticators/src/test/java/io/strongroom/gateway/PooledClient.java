package io.strongroom.gateway;

import java.io.IOException;
import java.util.List;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** An HTTP client like Keycloak's: one shared pool, and redirects are followed. */
public final class PooledClient implements AutoCloseable {

    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    private final CloseableHttpClient http =
            HttpClients.custom().setConnectionManager(pool).build();

    public static final int RETRIES = 2;

    /**
     * Returns a client as configured by {@code --spi-connections-http-client--default--max-retries}, which also repeats requests
     * that may have been sent.
     */
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

    /** Limits the connections to one host. */
    void limit(int connections) {
        pool.setDefaultMaxPerRoute(connections);
    }

    /** Returns how many connections are currently taken from the pool. */
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
