package io.strongroom.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;

/** What it means that a call to a vendor ended without an answer. */
public final class CallFailure {

    private CallFailure() {}

    /** Where no request can have left, it may be tried again; else nobody knows. */
    public static SendResult of(IOException failure) {
        String reason = failure.getClass().getSimpleName();
        return neverSent(failure) ? new SendResult.NotSent(reason) : new SendResult.Uncertain(reason);
    }

    private static boolean neverSent(IOException failure) {
        return failure instanceof ConnectTimeoutException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException;
    }
}
