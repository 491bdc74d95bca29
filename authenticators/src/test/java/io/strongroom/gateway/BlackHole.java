package io.strongroom.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An address that does not respond to connection attempts, because its backlog is full and nothing accepts. */
final class BlackHole implements AutoCloseable {

    private static final int MAX_BACKLOG = 20;
    private static final int CONNECT_MILLIS = 200;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    BlackHole() throws IOException {
        for (int i = 0; i < MAX_BACKLOG; i++) {
            Socket client = new Socket();
            waiting.add(client);
            try {
                client.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), CONNECT_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("the backlog is not full after " + MAX_BACKLOG + " connections");
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        for (Socket client : waiting) {
            client.close();
        }
        socket.close();
    }
}
