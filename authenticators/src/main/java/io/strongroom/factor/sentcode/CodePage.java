package io.strongroom.factor.sentcode;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.factor.LoginStep;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.Remaining;
import io.strongroom.throttle.SendThrottle;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Renders {@code strongroom-code.ftl}, the page on which the user enters a code. */
final class CodePage {

    static final String FIELD = "code";

    private final LoginStep step;
    private final Channel channel;
    private final SmsRules rules;
    private final OneTimeStore store;
    private final Challenges challenges;
    private final SendThrottle sends;
    private final Clock clock;

    CodePage(
            LoginStep step,
            Channel channel,
            OneTimeStore store,
            Challenges challenges,
            SendThrottle sends,
            Clock clock) {
        this.step = step;
        this.channel = channel;
        this.rules = channel.rules();
        this.store = store;
        this.challenges = challenges;
        this.sends = sends;
        this.clock = clock;
    }

    Response render(Purpose purpose, Optional<Challenge> challenge, SendStatus status) {
        return response(page(purpose, challenge, status));
    }

    Response renderError(
            Purpose purpose, Optional<Challenge> challenge, SendStatus status, String key, Object... parameters) {
        return response(page(purpose, challenge, status).addError(new FormMessage(FIELD, key, parameters)));
    }

    private LoginFormsProvider page(Purpose purpose, Optional<Challenge> challenge, SendStatus status) {
        boolean live = live(challenge).isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put("maskedNumber", channel.recipient().masked());
        model.put("status", status.status());
        model.put("statusKey", channel.messages().of(status));
        model.put(
                "resendInSeconds",
                Remaining.seconds(sends.remaining(channel.recipient().address())));
        model.put("canResend", channel.refusal().isEmpty() && !sends.isExhausted());
        if (sends.isExhausted()) {
            model.put("limitMinutes", Remaining.minutes(sends.retryAfter()));
        }
        model.put("codeLength", challenge.map(Challenge::length).orElse(rules.codeLength()));
        model.put("minutes", rules.codeTtl().toMinutes());
        model.put("enrolling", purpose.enrolling());
        model.put("live", live);
        model.put("channel", channel.name());
        model.put("labelKey", channel.messages().label());
        if (purpose.roomName() != null) {
            model.put("dataRoom", purpose.roomName());
        }
        return step.page().setAttribute("codePage", model);
    }

    private static Response response(LoginFormsProvider form) {
        return form.createForm("strongroom-code.ftl");
    }

    private Optional<Challenge> live(Optional<Challenge> challenge) {
        return challenge.filter(sent -> challenges.ended(sent).isEmpty());
    }

    /** Returns the send status of a challenge; {@link SendStatus#NONE} if its code is no longer accepted. */
    SendStatus statusOf(Optional<Challenge> challenge) {
        return live(challenge)
                .map(sent -> SendStatus.of(store, sent.id(), ageOf(sent)))
                .orElse(SendStatus.NONE);
    }

    private Duration ageOf(Challenge challenge) {
        return Duration.between(challenge.expires().minus(rules.codeTtl()), clock.instant());
    }
}
