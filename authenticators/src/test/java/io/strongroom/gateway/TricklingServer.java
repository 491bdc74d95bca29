package io.strongroom.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A server whose response never ends: it sends one byte at a time, each in time for any read time-out. */
public final class TricklingServer implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger calls = new AtomicInteger();

    public TricklingServer() throws IOException {
        Thread thread = new Thread(this::serve, "trickling-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public int calls() {
        return calls.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                calls.incrementAndGet();
                trickle(call.getOutputStream());
            } catch (IOException clientDisconnected) {
                // continue with the next connection
            }
        }
    }

    private void trickle(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        while (!socket.isClosed()) {
            out.write(' ');
            out.flush();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
