package io.strongroom.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/**
 * Keycloak's HTTP client (with its proxy and truststore), hardened against an unreliable or hostile vendor. A call
 * ends at its deadline, however slowly bytes arrive. Does not follow redirects. Does not repeat a request that may
 * have been sent, regardless of the server's retry settings. Limits the response size. Returns the connection to the
 * pool before the caller reads the response. Not thread-safe: one call at a time.
 */
public final class BoundedHttpClient extends CloseableHttpClient {

    private static final int MAX_RESPONSE_BYTES = 64 * 1024;

    /** Time limit for connecting, which leaves time for the fallback gateway before the user gives up. */
    private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final HttpEntity EMPTY_BODY = new ByteArrayEntity(new byte[0]);
    private static final ScheduledExecutorService WATCHDOG = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "strongroom-sms-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final CloseableHttpClient client;
    private final Duration deadline;
    private int status;

    /**
     * @param deadline time limit for the whole call, including connecting and reading; connecting alone may take at
     *                 most 2 seconds
     */
    public BoundedHttpClient(CloseableHttpClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** Returns the HTTP status of the last call, or 0 if there was no response. */
    public int status() {
        return status;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        status = 0;
        HttpRequestBase call = unrepeatable(request);
        int millis = Math.toIntExact(deadline.toMillis());
        int connectMillis = Math.min(millis, Math.toIntExact(MAX_CONNECT_TIMEOUT.toMillis()));
        HttpContext trace = context == null ? new BasicHttpContext() : context;
        call.setConfig(RequestConfig.custom()
                .setConnectTimeout(connectMillis)
                .setConnectionRequestTimeout(connectMillis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .setNormalizeUri(false)
                .build());
        DeadlineAbort abort = new DeadlineAbort(call);
        ScheduledFuture<?> timer = WATCHDOG.schedule(abort, millis, TimeUnit.MILLISECONDS);
        try {
            CloseableHttpResponse response = client.execute(target, call, trace);
            status = response.getStatusLine().getStatusCode();
            buffer(response);
            return response;
        } catch (ConnectTimeoutException nothingSent) {
            throw nothingSent;
        } catch (IOException e) {
            if (!abort.disarm()) {
                throw e;
            }
            throw mayHaveBeenSent(trace) ? new DeadlineException(deadline, e) : new ConnectTimeoutException(e, target);
        } finally {
            timer.cancel(false);
            abort.disarm();
        }
    }

    /**
     * Returns whether the request may have been sent. The client sets the attribute checked here when it begins to
     * write the request.
     */
    private static boolean mayHaveBeenSent(HttpContext trace) {
        return trace.getAttribute(HttpCoreContext.HTTP_REQ_SENT) != null;
    }

    /**
     * Returns the request with an unrepeatable body, because Keycloak's client may retry any request whose body is
     * repeatable.
     */
    private static HttpRequestBase unrepeatable(HttpRequest request) throws IOException {
        if (request instanceof HttpEntityEnclosingRequestBase call) {
            call.setEntity(new UnrepeatableEntity(call.getEntity() == null ? EMPTY_BODY : call.getEntity()));
            return call;
        }
        if (request instanceof HttpRequestBase call) {
            return (HttpRequestBase) RequestBuilder.copy(call)
                    .setEntity(new UnrepeatableEntity(EMPTY_BODY))
                    .build();
        }
        throw new IOException("the request can't be aborted: " + request.getClass());
    }

    private static final class UnrepeatableEntity extends HttpEntityWrapper {

        UnrepeatableEntity(HttpEntity entity) {
            super(entity);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Aborts a call at its deadline unless disarmed first. */
    private static final class DeadlineAbort implements Runnable {

        private final HttpRequestBase call;
        private boolean disarmed;
        private boolean aborted;

        DeadlineAbort(HttpRequestBase call) {
            this.call = call;
        }

        @Override
        public synchronized void run() {
            if (!disarmed) {
                aborted = true;
                call.abort();
            }
        }

        /**
         * Prevents a later abort, and waits until an abort in progress has returned the connection to the pool.
         *
         * @return whether the call was aborted
         */
        synchronized boolean disarm() {
            disarmed = true;
            return aborted;
        }
    }

    private static void buffer(CloseableHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        try (InputStream body = entity.getContent()) {
            byte[] bytes = body.readNBytes(MAX_RESPONSE_BYTES + 1);
            if (bytes.length > MAX_RESPONSE_BYTES) {
                response.close();
                throw new IOException("the response is longer than " + MAX_RESPONSE_BYTES + " bytes");
            }
            ByteArrayEntity copy = new ByteArrayEntity(bytes);
            copy.setContentType(entity.getContentType());
            response.setEntity(copy);
        }
    }

    /** Signals that the vendor did not respond in time. The request may have reached the vendor. */
    public static final class DeadlineException extends IOException {
        private static final long serialVersionUID = 1L;

        DeadlineException(Duration deadline, IOException cause) {
            super("no response within " + deadline.toMillis() + " ms", cause);
        }
    }

    /** Does nothing: Keycloak owns and closes the client. */
    @Override
    public void close() {}

    @Override
    @Deprecated
    public HttpParams getParams() {
        return client.getParams();
    }

    @Override
    @Deprecated
    public ClientConnectionManager getConnectionManager() {
        return client.getConnectionManager();
    }
}
