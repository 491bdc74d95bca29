package io.strongroom.gateway.vonage;

import com.vonage.client.AbstractMethod;
import com.vonage.client.messages.MessagesClient;
import com.vonage.client.sms.SmsClient;
import io.strongroom.gateway.QuietLoggers;

/** The SDK's loggers, which at finer levels write the Authorization header, requests and answers. */
final class VonageLoggers {

    private VonageLoggers() {}

    /** Names are taken from classes: in the shipped jar they are relocated. Its token libraries log nothing. */
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
