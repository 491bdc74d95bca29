package io.strongroom.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;

/** A local port that nothing listens on. */
public final class ClosedPort {
    private ClosedPort() {}

    /** {@code http://127.0.0.1:<port>}. */
    public static URI uri() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
