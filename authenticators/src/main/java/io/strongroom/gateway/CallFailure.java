package io.strongroom.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;

/** Maps a vendor call that failed without a response to a {@link SendResult}. */
public final class CallFailure {

    private CallFailure() {}

    /** Returns "not sent" if the request can't have been sent, otherwise "uncertain". */
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
