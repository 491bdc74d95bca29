package io.strongroom.gateway.vonage;

import com.vonage.client.AbstractMethod;
import com.vonage.client.messages.MessagesClient;
import com.vonage.client.sms.SmsClient;
import io.strongroom.gateway.QuietLoggers;

/** Silences the SDK's loggers, which log the Authorization header, requests and responses at finer levels. */
final class VonageLoggers {

    private VonageLoggers() {}

    /**
     * Silences the loggers. Derives their names from classes, because the shipped jar relocates the SDK's packages.
     * The SDK's token libraries don't log anything.
     */
    static void silence() {
        QuietLoggers.silenceHttpClient();
        QuietLoggers.silence(
                AbstractMethod.class.getPackageName(),
                AbstractMethod.class.getName(),
                SmsClient.class.getPackageName(),
                SmsClient.class.getName(),
                SmsClient.class.getName() + "$1Endpoint",
                MessagesClient.class.getPackageName(),
                MessagesClient.class.getName(),
                MessagesClient.class.getName() + "$1Endpoint");
    }
}
