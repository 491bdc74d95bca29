package io.strongroom.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.BoundedHttpClient.DeadlineException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Call to a vendor")
class BoundedHttpClientTest {

    private static final int CAP = 64 * 1024;
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);

    @RegisterExtension
    static final FakeVendor FAKE = new FakeVendor();

    private static final WireMockServer VENDOR = FAKE.server();

    @Test
    @DisplayName("returns status and response after the connection is back in the pool")
    void answer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(418).withBody("tea")));
        BoundedHttpClient client = client(LONG);

        CloseableHttpResponse response = client.execute(request());

        assertEquals(0, FAKE.keycloak().leased(), "before the response is read");
        assertEquals(418, client.status());
        assertEquals("tea", EntityUtils.toString(response.getEntity()));
    }

    @ParameterizedTest(name = "a response without a body, HTTP {0}, does not leak a connection")
    @ValueSource(ints = {204, 304})
    void withoutBody(int status) throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(status)));
        BoundedHttpClient client = client(LONG);

        client.execute(request());

        assertEquals(status, client.status());
    }

    @Test
    @DisplayName("security 27: redirects are not followed, although Keycloak's client would follow them")
    void redirects() throws IOException {
        VENDOR.stubFor(get("/").willReturn(
                        aResponse().withStatus(302).withHeader("Location", VENDOR.baseUrl() + "/elsewhere")));
        VENDOR.stubFor(get("/elsewhere").willReturn(aResponse().withStatus(200)));
        BoundedHttpClient client = client(LONG);

        client.execute(request());

        assertEquals(302, client.status());
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: a response of exactly the maximum size is read")
    void longestAnswer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP))));

        CloseableHttpResponse response = client(LONG).execute(request());

        assertEquals(CAP, EntityUtils.toByteArray(response.getEntity()).length);
    }

    @Test
    @DisplayName("security 27: a longer response is refused")
    void tooLong() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP + 1))));

        assertThrows(IOException.class, () -> client(LONG).execute(request()));
    }

    @Test
    @DisplayName("security 27: a compressed response that is too long after decompression is refused")
    void zipBomb() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(20 * CAP))));
        HttpGet request = request();
        request.setHeader("Accept-Encoding", "gzip");

        assertThrows(IOException.class, () -> client(LONG).execute(request));
    }

    @Test
    @DisplayName("security 27: a call to a silent vendor ends after the time-out, without a retry")
    void silent() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withFixedDelay(1000)));
        BoundedHttpClient client = client(SHORT);

        IOException late = assertThrows(IOException.class, () -> client.execute(request()));

        assertTrue(late instanceof SocketTimeoutException || late instanceof DeadlineException, late::toString);
        assertEquals(0, client.status());
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: a trickling response ends at the deadline, although each byte arrives in time")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            BoundedHttpClient client = client(SHORT);

            IOException late = assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThrows(IOException.class, () -> client.execute(new HttpGet(trickling.uri()))));

            assertInstanceOf(DeadlineException.class, late);
            assertEquals(200, client.status(), "the response had started");
        }
    }

    @Test
    @DisplayName("security 27: a call to a vendor that accepts the connection and stays silent ends")
    void neverAnswers() throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            HttpGet request = new HttpGet("http://127.0.0.1:" + mute.getLocalPort());

            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThrows(IOException.class, () -> client(SHORT).execute(request)));
        }
    }

    @Test
    @DisplayName("X4 an unanswered connection attempt ends after two seconds, and certainly nothing was sent")
    void blackHole() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(Duration.ofSeconds(60));

            assertTimeout(
                    Duration.ofSeconds(30),
                    () -> assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri()))));
        }
    }

    @Test
    @DisplayName("X4 if the deadline passes before the connection is established, nothing was sent")
    void lateBeforeConnecting() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(SHORT);

            assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri())));
        }
    }

    @Test
    @DisplayName("X4 if the connection pool is exhausted, nothing was sent")
    void poolIsExhausted() throws IOException {
        FAKE.keycloak().limit(1);
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        try (CloseableHttpResponse held = FAKE.keycloak().http().execute(request())) {
            assertEquals(200, held.getStatusLine().getStatusCode());

            assertThrows(ConnectTimeoutException.class, () -> client(SHORT).execute(request()));
        }
    }

    @Test
    @DisplayName("security 27: a request that may have arrived is not repeated, although the server is set to retry")
    void noRetry() throws IOException {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        HttpPost post = new HttpPost(VENDOR.baseUrl() + "/");
        post.setEntity(new StringEntity("text"));
        BoundedHttpClient client = new BoundedHttpClient(FAKE.keycloak().retrying(), LONG);

        assertThrows(IOException.class, () -> client.execute(post));
        assertThrows(IOException.class, () -> client.execute(request()));
        assertThrows(IOException.class, () -> client.execute(new HttpPut(VENDOR.baseUrl() + "/")));

        VENDOR.verify(3, anyRequestedFor(anyUrl()));
        assertThrows(IOException.class, () -> FAKE.keycloak().retrying().execute(request()));
        VENDOR.verify(3 + 1 + PooledClient.RETRIES, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("URL and headers of a request are sent unchanged")
    void unchangedRequest() throws IOException {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
        HttpGet request = new HttpGet(VENDOR.baseUrl() + "/a//b/%2Fc?text=%26%2B%20x");
        request.setHeader("X-Key", "1");

        client(LONG).execute(request);

        VENDOR.verify(getRequestedFor(urlEqualTo("/a//b/%2Fc?text=%26%2B%20x")).withHeader("X-Key", equalTo("1")));
    }

    @Test
    @DisplayName("the status of an earlier response is not reported for a later call")
    void statusIsOfTheLastCall() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        BoundedHttpClient client = client(LONG);
        client.execute(request());
        URI closed = ClosedPort.uri();

        assertThrows(IOException.class, () -> client.execute(new HttpGet(closed)));

        assertEquals(0, client.status());
    }

    @Test
    @DisplayName("closing it leaves Keycloak's client open")
    void closeKeepsClientOpen() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        client(LONG).close();
        BoundedHttpClient later = client(LONG);

        later.execute(request());

        assertEquals(200, later.status());
    }

    private BoundedHttpClient client(Duration deadline) {
        return new BoundedHttpClient(FAKE.keycloak().http(), deadline);
    }

    private static HttpGet request() {
        return new HttpGet(VENDOR.baseUrl() + "/");
    }
}
