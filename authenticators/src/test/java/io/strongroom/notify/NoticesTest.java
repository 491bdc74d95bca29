package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.strongroom.notify.Notice.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

@DisplayName("The notices that users get about events")
class NoticesTest {

    private static Map<String, String> details(String pairs) {
        return pairs == null
                ? null
                : Arrays.stream(pairs.split(" "))
                        .map(detail -> detail.split("="))
                        .collect(Collectors.toMap(detail -> detail[0], detail -> detail[1]));
    }

    private static Event event(EventType type, String error, String details) {
        Event event = new Event();
        event.setType(type);
        event.setError(error);
        event.setDetails(details(details));
        event.setRealmId("realm");
        event.setUserId("user");
        event.setIpAddress("192.0.2.7");
        event.setClientId("app");
        event.setTime(1_700_000_000_000L);
        return event;
    }

    private static AdminEvent adminEvent(OperationType operation, String path, String details) {
        AdminEvent event = new AdminEvent();
        event.setOperationType(operation);
        event.setResourcePath(path);
        event.setDetails(details(details));
        event.setRealmId("realm");
        event.setTime(1_700_000_000_000L);
        return event;
    }

    private static String kind(Optional<Notice> notice) {
        return notice.map(present -> present.kind().name()).orElse("-");
    }

    @ParameterizedTest(name = "X10 {0} {1} {2} → {3}")
    @CsvSource({
        "UPDATE_CREDENTIAL,,credential_type=otp,ADDED",
        "UPDATE_CREDENTIAL,,credential_type=sms-otp phone_number=•••05,ADDED",
        "UPDATE_CREDENTIAL,,credential_type=webauthn,ADDED",
        "UPDATE_CREDENTIAL,,credential_type=webauthn-passwordless,ADDED",
        "UPDATE_CREDENTIAL,,credential_type=backup-codes action=used,BACKUP_CODE_USED",
        "UPDATE_CREDENTIAL,,credential_type=backup-codes action=created,BACKUP_CODES_CREATED",
        "UPDATE_CREDENTIAL,,credential_type=backup-codes action=renewed,BACKUP_CODES_RENEWED",
        "UPDATE_CREDENTIAL,,credential_type=backup-codes,-",
        "UPDATE_CREDENTIAL,,credential_type=two-factor-unproven-link identity_provider=home,LINKED",
        "UPDATE_CREDENTIAL,,credential_type=backup-codes action=looked-at,-",
        "UPDATE_CREDENTIAL,,credential_type=password,-",
        "UPDATE_CREDENTIAL,,credential_type=remembered-browser,-",
        "UPDATE_CREDENTIAL,,,-",
        "UPDATE_CREDENTIAL_ERROR,phone_number_refused,credential_type=sms-otp,-",
        "UPDATE_TOTP,,credential_type=otp,-",
        "REMOVE_CREDENTIAL,,credential_type=otp,REMOVED",
        "REMOVE_CREDENTIAL,,credential_type=sms-otp,REMOVED",
        "REMOVE_CREDENTIAL,,credential_type=webauthn,REMOVED",
        "REMOVE_CREDENTIAL,,credential_type=webauthn-passwordless,REMOVED",
        "REMOVE_CREDENTIAL,,credential_type=backup-codes,REMOVED",
        "REMOVE_CREDENTIAL,,credential_type=password,-",
        "REMOVE_CREDENTIAL,,credential_type=remembered-browser,-",
        "REMOVE_CREDENTIAL_ERROR,delete_credential_failed,credential_type=otp,-",
        "REMOVE_TOTP,,credential_type=otp,-",
        "LOGIN_ERROR,invalid_user_credentials,second_factor=sms-otp,FAILED",
        "LOGIN_ERROR,invalid_user_credentials,second_factor=webauthn,FAILED",
        "LOGIN_ERROR,invalid_user_credentials,credential_type=webauthn-passwordless,-",
        "LOGIN_ERROR,invalid_user_credentials,selected_credential_id=4711,FAILED",
        "LOGIN_ERROR,invalid_user_credentials,username=anna,-",
        "LOGIN_ERROR,invalid_user_credentials,,-",
        "LOGIN_ERROR,user_temporarily_disabled,second_factor=sms-otp,-",
        "LOGIN_ERROR,,second_factor=sms-otp,-",
        "LOGIN,,second_factor=sms-otp,-",
        "CUSTOM_REQUIRED_ACTION_ERROR,sms_not_sent,second_factor=sms-otp,-"
    })
    void ofUsers(EventType type, String error, String details, String expected) {
        assertEquals(expected, kind(Notices.of(event(type, error, details))));
    }

    @ParameterizedTest(name = "X10 an administrator''s {0} of {1} with {2} → {3}")
    @CsvSource({
        "ACTION,users/u1/credentials/c1,credential_type=otp,REMOVED_BY_ADMIN",
        "ACTION,users/u1/credentials/c1,credential_type=sms-otp,REMOVED_BY_ADMIN",
        "ACTION,users/u1/credentials/c1,credential_type=webauthn,REMOVED_BY_ADMIN",
        "ACTION,users/u1/credentials/c1/userLabel,credential_type=webauthn,-",
        "ACTION,users/u1/credentials/c1,credential_type=backup-codes,REMOVED_BY_ADMIN",
        "ACTION,users/u1/credentials/c1,credential_type=password,-",
        "ACTION,users/u1/credentials/c1,credential_type=remembered-browser,-",
        "ACTION,users/u1/credentials/c1,,-",
        "ACTION,users/u1/credentials/c1/userLabel,credential_type=otp,-",
        "ACTION,users/u1/reset-password,,-",
        "DELETE,two-factor/users/u1/factors/c1,credential_type=otp,REMOVED_BY_ADMIN",
        "DELETE,two-factor/data-rooms/r1/members/u1/phone-number,credential_type=sms-otp,REMOVED_BY_ADMIN",
        "UPDATE,two-factor/data-rooms/r1/members/u1/phone-number,credential_type=sms-otp,NUMBER_SET_BY_ADMIN",
        "CREATE,two-factor/data-rooms/r1/members/u1/phone-number,credential_type=sms-otp,NUMBER_SET_BY_ADMIN",
        "UPDATE,two-factor/users/u1/factors/c1,credential_type=otp,-",
        "UPDATE,users/u1,,-",
        "DELETE,users/u1,,-",
        "DELETE,clients/c1/x,credential_type=otp,-",
        "UPDATE,,credential_type=sms-otp,-"
    })
    void ofAdministrators(OperationType operation, String path, String details, String expected) {
        Optional<Notice> notice = Notices.of(adminEvent(operation, path, details));

        assertEquals(expected, kind(notice));
        notice.ifPresent(present -> assertEquals("u1", present.userId()));
    }

    @ParameterizedTest(name = "ignore {0} without details")
    @EnumSource
    void anyType(EventType type) {
        assertEquals(Optional.empty(), Notices.of(event(type, "invalid_user_credentials", null)));
    }

    @Test
    @DisplayName("X10 contain the details of the event, with only a masked number")
    void content() {
        Notice notice = Notices.of(event(
                        EventType.LOGIN_ERROR, "invalid_user_credentials", "second_factor=sms-otp phone_number=•••05"))
                .orElseThrow();

        assertEquals(
                new Notice(
                        Kind.FAILED,
                        "realm",
                        "user",
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        Notice.Subject.ofType("sms-otp").withNumber("•••05"),
                        new Notice.Origin("192.0.2.7", "app")),
                notice);
    }

    @Test
    @DisplayName("are about an app if a failure occurs at Keycloak's own page for app codes")
    void keycloaksPage() {
        Event event = event(EventType.LOGIN_ERROR, "invalid_user_credentials", "selected_credential_id=4711");

        assertEquals("otp", Notices.of(event).orElseThrow().subject().type());
    }

    @Test
    @DisplayName("do not contain an administrator's address")
    void administratorsAddress() {
        Notice notice = Notices.of(adminEvent(OperationType.ACTION, "users/u1/credentials/c1", "credential_type=otp"))
                .orElseThrow();

        assertNull(notice.origin().address());
        assertNull(notice.origin().clientId());
        assertFalse(notice.kind().isByUser());
    }

    @Test
    @DisplayName("ignore an event without a user")
    void withoutUser() {
        Event event = event(EventType.UPDATE_CREDENTIAL, null, "credential_type=otp");
        event.setUserId(null);

        assertEquals(Optional.empty(), Notices.of(event));
    }
}
