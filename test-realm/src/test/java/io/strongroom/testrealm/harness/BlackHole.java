package io.strongroom.testrealm.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An address at which connection attempts are not answered: nothing accepts connections, and the backlog is full. */
public final class BlackHole implements AutoCloseable {

    private static final int MOST_WAITING = 20;
    private static final int MILLIS = 200;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    public BlackHole() throws IOException {
        for (int i = 0; i < MOST_WAITING; i++) {
            Socket one = new Socket();
            waiting.add(one);
            try {
                one.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("connections are still taken");
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (Socket one : waiting) {
            one.close();
        }
        socket.close();
    }
}
