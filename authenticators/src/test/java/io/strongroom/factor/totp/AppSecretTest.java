package io.strongroom.factor.totp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.models.utils.HmacOTP;
import org.keycloak.models.utils.TimeBasedOTP;

@DisplayName("The secret of an app")
class AppSecretTest {

    private static final OTPPolicy POLICY = new OTPPolicy("totp", HmacOTP.HMAC_SHA256, 0, 8, 1, 60);

    @Test
    @DisplayName("security 12: has 160 random bits")
    void random() {
        Set<AppSecret> secrets =
                IntStream.range(0, 1000).mapToObj(i -> AppSecret.random()).collect(Collectors.toSet());

        assertEquals(1000, secrets.size());
        for (AppSecret secret : secrets) {
            assertEquals(20, Base32.decode(secret.base32()).length);
            assertTrue(secret.base32().matches("[A-Z2-7]{32}"), secret.base32());
        }
    }

    @Test
    @DisplayName("C10 is shown in groups of four")
    void grouped() {
        AppSecret secret = AppSecret.random();

        assertTrue(secret.grouped().matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}"), secret.grouped());
        assertEquals(secret.base32(), secret.grouped().replace(" ", ""));
    }

    @Test
    @DisplayName("gives a credential that Keycloak reads with the policy's settings")
    void credential() {
        AppSecret secret = AppSecret.random();

        OTPCredentialModel credential = secret.credential(POLICY, "Phone");

        assertArrayEquals(Base32.decode(secret.base32()), credential.getDecodedSecret());
        assertEquals("Phone", credential.getUserLabel());
        assertEquals(OTPCredentialModel.TYPE, credential.getType());
        assertEquals(8, credential.getOTPCredentialData().getDigits());
        assertEquals(60, credential.getOTPCredentialData().getPeriod());
        String code = new TimeBasedOTP(HmacOTP.HMAC_SHA256, 8, 60, 1).generateTOTP(Base32.decode(secret.base32()));
        assertTrue(CredentialValidation.validOTP(code, credential, 1));
    }

    @Test
    @DisplayName("is not shown in logs")
    void masked() {
        AppSecret secret = AppSecret.random();

        assertFalse(secret.toString().contains(secret.base32()));
    }
}
