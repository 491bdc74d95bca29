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
    static final PlayedVendor PLAYED = new PlayedVendor();

    private static final WireMockServer VENDOR = PLAYED.server();

    @Test
    @DisplayName("hands on status and answer, the connection already given back")
    void answer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(418).withBody("tea")));
        BoundedHttpClient client = client(LONG);

        CloseableHttpResponse response = client.execute(request());

        assertEquals(0, PLAYED.keycloak().leased(), "before anybody read the answer");
        assertEquals(418, client.status());
        assertEquals("tea", EntityUtils.toString(response.getEntity()));
    }

    @ParameterizedTest(name = "an answer without a body, HTTP {0}, leaves no connection behind")
    @ValueSource(ints = {204, 304})
    void withoutBody(int status) throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(status)));
        BoundedHttpClient client = client(LONG);

        client.execute(request());

        assertEquals(status, client.status());
    }

    @Test
    @DisplayName("security 27: redirects are not followed, though Keycloak's client would")
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
    @DisplayName("security 27: an answer as long as the cap is read")
    void longestAnswer() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP))));

        CloseableHttpResponse response = client(LONG).execute(request());

        assertEquals(CAP, EntityUtils.toByteArray(response.getEntity()).length);
    }

    @Test
    @DisplayName("security 27: a longer one is refused")
    void tooLong() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(CAP + 1))));

        assertThrows(IOException.class, () -> client(LONG).execute(request()));
    }

    @Test
    @DisplayName("security 27: a small one that unpacks to a long one is refused")
    void zipBomb() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withBody("x".repeat(20 * CAP))));
        HttpGet request = request();
        request.setHeader("Accept-Encoding", "gzip");

        assertThrows(IOException.class, () -> client(LONG).execute(request));
    }

    @Test
    @DisplayName("security 27: a silent vendor is left after the time-out, asked once")
    void silent() {
        VENDOR.stubFor(get("/").willReturn(aResponse().withFixedDelay(1000)));
        BoundedHttpClient client = client(SHORT);

        IOException late = assertThrows(IOException.class, () -> client.execute(request()));

        assertTrue(late instanceof SocketTimeoutException || late instanceof DeadlineException, late::toString);
        assertEquals(0, client.status());
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: a vendor that trickles is left at the deadline, though each byte is in time")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            BoundedHttpClient client = client(SHORT);

            IOException late = assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThrows(IOException.class, () -> client.execute(new HttpGet(trickling.uri()))));

            assertInstanceOf(DeadlineException.class, late);
            assertEquals(200, client.status(), "the answer had begun");
        }
    }

    @Test
    @DisplayName("security 27: a vendor that accepts and says nothing at all is left")
    void neverAnswers() throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            HttpGet request = new HttpGet("http://127.0.0.1:" + mute.getLocalPort());

            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThrows(IOException.class, () -> client(SHORT).execute(request)));
        }
    }

    @Test
    @DisplayName(
            "X4 a vendor that swallows the attempt to connect is left after two seconds: certainly nothing was sent")
    void blackHole() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(Duration.ofSeconds(60));

            assertTimeout(
                    Duration.ofSeconds(30),
                    () -> assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri()))));
        }
    }

    @Test
    @DisplayName("X4 a deadline that ends before there is a connection means that nothing was sent")
    void lateBeforeConnecting() throws IOException {
        try (BlackHole hole = new BlackHole()) {
            BoundedHttpClient client = client(SHORT);

            assertThrows(ConnectTimeoutException.class, () -> client.execute(new HttpGet(hole.uri())));
        }
    }

    @Test
    @DisplayName("X4 a pool of connections that is used up means that nothing was sent")
    void poolIsUsedUp() throws IOException {
        PLAYED.keycloak().limit(1);
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        try (CloseableHttpResponse held = PLAYED.keycloak().http().execute(request())) {
            assertEquals(200, held.getStatusLine().getStatusCode());

            assertThrows(ConnectTimeoutException.class, () -> client(SHORT).execute(request()));
        }
    }

    @Test
    @DisplayName("security 27: a request that may have arrived is not repeated, though the server is set to retry")
    void noRetry() throws IOException {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        HttpPost post = new HttpPost(VENDOR.baseUrl() + "/");
        post.setEntity(new StringEntity("text"));
        BoundedHttpClient client = new BoundedHttpClient(PLAYED.keycloak().retrying(), LONG);

        assertThrows(IOException.class, () -> client.execute(post));
        assertThrows(IOException.class, () -> client.execute(request()));
        assertThrows(IOException.class, () -> client.execute(new HttpPut(VENDOR.baseUrl() + "/")));

        VENDOR.verify(3, anyRequestedFor(anyUrl()));
        assertThrows(IOException.class, () -> PLAYED.keycloak().retrying().execute(request()));
        VENDOR.verify(3 + 1 + PooledClient.RETRIES, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("the address and the headers of a request are sent as they are")
    void requestAsItIs() throws IOException {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
        HttpGet request = new HttpGet(VENDOR.baseUrl() + "/a//b/%2Fc?text=%26%2B%20x");
        request.setHeader("X-Key", "1");

        client(LONG).execute(request);

        VENDOR.verify(getRequestedFor(urlEqualTo("/a//b/%2Fc?text=%26%2B%20x")).withHeader("X-Key", equalTo("1")));
    }

    @Test
    @DisplayName("a status of an earlier answer is not taken for that of a later call")
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
    void notOursToClose() throws IOException {
        VENDOR.stubFor(get("/").willReturn(aResponse().withStatus(200)));
        client(LONG).close();
        BoundedHttpClient later = client(LONG);

        later.execute(request());

        assertEquals(200, later.status());
    }

    private BoundedHttpClient client(Duration deadline) {
        return new BoundedHttpClient(PLAYED.keycloak().http(), deadline);
    }

    private static HttpGet request() {
        return new HttpGet(VENDOR.baseUrl() + "/");
    }
}
