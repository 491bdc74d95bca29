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

@DisplayName("A call to a vendor")
class BoundedHttpClientTest {

    private static final int CAP = 64 * 1024;
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(150);

    @RegisterExtension
    static final FakeVendor FAKE = new FakeVendor();

    private static final WireMockServer VENDOR = FAKE.server();

    @Test
    @DisplayName("returns the status and the response after the connection is back in the pool")
    void answer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(418).withBody("tea")));
        BoundedHttpClient client = client(LONG);

        CloseableHttpResponse response = client.execute(request());

        assertEquals(0, FAKE.keycloak().leased(), "before the response is read");
        assertEquals(418, client.status());
        assertEquals("tea", EntityUtils.toString(response.getEntity()));
    }

    @ParameterizedTest(name = "does not leak a connection if a response has no body, with HTTP {0}")
    @ValueSource(ints = {204, 304})
    void withoutBody(int status) throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(status)));
        BoundedHttpClient client = client(LONG);

        client.execute(request());

        assertEquals(status, client.status());
    }

    @Test
    @DisplayName("security 27: does not follow redirects, although Keycloak's client would")
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
    @DisplayName("security 27: reads a response of exactly the maximum size")
    void longestAnswer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP))));

        CloseableHttpResponse response = client(LONG).execute(request());

        assertEquals(CAP, EntityUtils.toByteArray(response.getEntity()).length);
    }

    @Test
    @DisplayName("security 27: refuses a longer response")
    void tooLong() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP + 1))));

        assertThrows(IOException.class, () -> client(LONG).execute(request()));
    }

    @Test
    @DisplayName("security 27: refuses a compressed response that is too long after decompression")
    void zipBomb() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(20 * CAP))));
        HttpGet request = request();
        request.setHeader("Accept-Encoding", "gzip");

        assertThrows(IOException.class, () -> client(LONG).execute(request));
    }

    @Test
    @DisplayName("security 27: ends after the time-out if the vendor is silent, without a retry")
    void silent() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withFixedDelay(1000)));
        BoundedHttpClient client = client(SHORT);

        IOException late = assertThrows(IOException.class, () -> client.execute(request()));

        assertTrue(late instanceof SocketTimeoutException || late instanceof DeadlineException, late::toString);
        assertEquals(0, client.status());
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: ends at the deadline if the response trickles, although each byte arrives in time")
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
    @DisplayName("security 27: ends if the vendor accepts the connection and stays silent")
    void neverAnswers() throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            HttpGet request = new HttpGet("http://127.0.0.1:" + mute.getLocalPort());

            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThrows(IOException.class, () -> client(SHORT).execute(request)));
        }
    }

    @Test
    @DisplayName("X4 ends after two seconds without having sent anything if a connection attempt is unanswered")
    void blackHole() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(Duration.ofSeconds(60));

            assertTimeout(
                    Duration.ofSeconds(30),
                    () -> assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri()))));
        }
    }

    @Test
    @DisplayName("X4 sends nothing if the deadline passes before the connection is established")
    void lateBeforeConnecting() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(SHORT);

            assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri())));
        }
    }

    @Test
    @DisplayName("X4 sends nothing if the connection pool is exhausted")
    void poolIsExhausted() throws IOException {
        FAKE.keycloak().limit(1);
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        try (CloseableHttpResponse held = FAKE.keycloak().http().execute(request())) {
            assertEquals(200, held.getStatusLine().getStatusCode());

            assertThrows(ConnectTimeoutException.class, () -> client(SHORT).execute(request()));
        }
    }

    @Test
    @DisplayName("security 27: does not repeat a request that may have arrived, although the server is set to retry")
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
    @DisplayName("sends URL and headers of a request unchanged")
    void unchangedRequest() throws IOException {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
        HttpGet request = new HttpGet(VENDOR.baseUrl() + "/a//b/%2Fc?text=%26%2B%20x");
        request.setHeader("X-Key", "1");

        client(LONG).execute(request);

        VENDOR.verify(getRequestedFor(urlEqualTo("/a//b/%2Fc?text=%26%2B%20x")).withHeader("X-Key", equalTo("1")));
    }

    @Test
    @DisplayName("does not report the status of an earlier response")
    void statusIsOfTheLastCall() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        BoundedHttpClient client = client(LONG);
        client.execute(request());
        URI closed = ClosedPort.uri();

        assertThrows(IOException.class, () -> client.execute(new HttpGet(closed)));

        assertEquals(0, client.status());
    }

    @Test
    @DisplayName("leaves Keycloak's client open when it is closed")
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
