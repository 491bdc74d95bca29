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
 * Keycloak's own HTTP client (its proxy, its truststore) with what a vendor must not be trusted with taken away: a call
 * ends after a time, however slowly bytes trickle in; redirects are not followed; a request that may have left is not
 * repeated, whatever retries the server is set to; answers are capped; and a connection is back in the pool before the
 * answer is looked at. For one call after the other, not for several at once.
 */
public final class BoundedHttpClient extends CloseableHttpClient {

    private static final int MOST_BYTES = 64 * 1024;

    /** Leaves time for another vendor before whoever waits gives up. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    private static final HttpEntity NOTHING = new ByteArrayEntity(new byte[0]);
    private static final ScheduledExecutorService WATCHDOG = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "strongroom-sms-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final CloseableHttpClient client;
    private final Duration deadline;
    private int status;

    /** @param deadline for the whole call, connecting and reading included; for connecting it is 2 seconds at most */
    public BoundedHttpClient(CloseableHttpClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** The HTTP status of the last answer, or 0 where there was none. */
    public int status() {
        return status;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        status = 0;
        HttpRequestBase call = once(request);
        int millis = Math.toIntExact(deadline.toMillis());
        int connectMillis = Math.min(millis, Math.toIntExact(LONGEST_CONNECT.toMillis()));
        HttpContext trace = context == null ? new BasicHttpContext() : context;
        call.setConfig(RequestConfig.custom()
                .setConnectTimeout(connectMillis)
                .setConnectionRequestTimeout(connectMillis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .setNormalizeUri(false)
                .build());
        Abortion late = new Abortion(call);
        ScheduledFuture<?> end = WATCHDOG.schedule(late, millis, TimeUnit.MILLISECONDS);
        try {
            CloseableHttpResponse response = client.execute(target, call, trace);
            status = response.getStatusLine().getStatusCode();
            buffer(response);
            return response;
        } catch (ConnectTimeoutException notEvenSent) {
            throw notEvenSent;
        } catch (IOException e) {
            if (!late.noMore()) {
                throw e;
            }
            throw isBegun(trace) ? new DeadlineException(deadline, e) : new ConnectTimeoutException(e, target);
        } finally {
            end.cancel(false);
            late.noMore();
        }
    }

    /** Whether a part of the request may have left; the attribute is set when writing begins. */
    private static boolean isBegun(HttpContext trace) {
        return trace.getAttribute(HttpCoreContext.HTTP_REQ_SENT) != null;
    }

    /** The request with a body that can be sent once only: of others the server's client thinks that it may repeat them. */
    private static HttpRequestBase once(HttpRequest request) throws IOException {
        if (request instanceof HttpEntityEnclosingRequestBase call) {
            call.setEntity(new OnceEntity(call.getEntity() == null ? NOTHING : call.getEntity()));
            return call;
        }
        if (request instanceof HttpRequestBase call) {
            return (HttpRequestBase)
                    RequestBuilder.copy(call).setEntity(new OnceEntity(NOTHING)).build();
        }
        throw new IOException("not a request that can be ended: " + request.getClass());
    }

    private static final class OnceEntity extends HttpEntityWrapper {

        OnceEntity(HttpEntity entity) {
            super(entity);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Ends a call at most once; who asks whether it did waits until the connection is back in the pool. */
    private static final class Abortion implements Runnable {

        private final HttpRequestBase call;
        private boolean over;
        private boolean aborted;

        Abortion(HttpRequestBase call) {
            this.call = call;
        }

        @Override
        public synchronized void run() {
            if (!over) {
                aborted = true;
                call.abort();
            }
        }

        /** From now on the call is left alone. Returns whether it has been ended. */
        synchronized boolean noMore() {
            over = true;
            return aborted;
        }
    }

    private static void buffer(CloseableHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        try (InputStream body = entity.getContent()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                response.close();
                throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
            }
            ByteArrayEntity copy = new ByteArrayEntity(bytes);
            copy.setContentType(entity.getContentType());
            response.setEntity(copy);
        }
    }

    /** The vendor did not answer in time; the request may have arrived. */
    public static final class DeadlineException extends IOException {
        private static final long serialVersionUID = 1L;

        DeadlineException(Duration deadline, IOException cause) {
            super("no answer within " + deadline.toMillis() + " ms", cause);
        }
    }

    /** The client is Keycloak's; it is not ours to close. */
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
