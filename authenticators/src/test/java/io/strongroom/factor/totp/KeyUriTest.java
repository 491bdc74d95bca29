package io.strongroom.factor.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.utils.HmacOTP;

@DisplayName("The set-up link of an app")
class KeyUriTest {

    private static final AppSecret SECRET = new AppSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

    private static KeyUri uri(String issuer, String account) {
        return KeyUri.of(OTPPolicy.DEFAULT_POLICY, SECRET, issuer, account);
    }

    @Test
    @DisplayName("C8 contains what every app that follows RFC 6238 needs")
    void standard() {
        assertEquals(
                "otpauth://totp/Acme:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme&algorithm=SHA1&digits=6&period=30",
                uri("Acme", "anna").value());
    }

    @ParameterizedTest(name = "the tenant name \"{0}\" is decoded as \"{1}\"")
    @CsvSource({
        "Acme & Sons,Acme & Sons",
        "<b>Acme</b>,<b>Acme</b>",
        "Acme: North,Acme  North",
        ":Acme:,Acme",
        "100% a?b#c/d,100% a?b#c/d",
        "C++,C++",
        "Överåkers Bygg,Överåkers Bygg",
        "السويد,السويد",
        "Acme&secret=A&issuer=x,Acme&secret=A&issuer=x"
    })
    void issuer(String name, String arrives) {
        URI uri = URI.create(uri(name, "anna").value());

        assertEquals("/" + arrives + ":anna", uri.getPath());
        assertEquals(
                arrives,
                java.net.URLDecoder.decode(
                        uri.getRawQuery().replaceAll(".*&issuer=([^&]*).*", "$1"),
                        java.nio.charset.StandardCharsets.UTF_8));
        assertFalse(uri.getRawPath().substring(1).replaceFirst(":", "").contains(":"));
        assertTrue(uri.getRawQuery().startsWith("secret=" + SECRET.base32() + "&"));
    }

    @ParameterizedTest(name = "the user name {0} is decoded unchanged")
    @ValueSource(strings = {"anna@example.com", "anna+work@example.com", "Anna Ö", "a:b", "a/b?c"})
    void account(String name) {
        assertEquals("/Acme:" + name, URI.create(uri("Acme", name).value()).getPath());
    }

    @Test
    @DisplayName("contains the settings of policies that differ from the default")
    void policies() {
        assertTrue(KeyUri.of(new OTPPolicy("totp", HmacOTP.HMAC_SHA512, 0, 8, 1, 60), SECRET, "Acme", "anna")
                .value()
                .endsWith("&algorithm=SHA512&digits=8&period=60"));
        assertTrue(KeyUri.of(new OTPPolicy("hotp", HmacOTP.HMAC_SHA1, 5, 6, 1, 30), SECRET, "Acme", "anna")
                .value()
                .endsWith("&algorithm=SHA1&digits=6&counter=5"));
    }

    @ParameterizedTest(name = "C10 the QR code contains the link: {0}")
    @CsvSource({"Acme,1", "<b>Å & Ä: Ö</b>,1", "😀,255"})
    void qrCode(String name, int times) throws Exception {
        KeyUri uri = uri(name.repeat(times), name.repeat(times));
        byte[] png = Base64.getDecoder().decode(uri.qrCode());
        BufferedImageLuminanceSource picture =
                new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));

        assertEquals(
                uri.value(),
                new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                        .getText());
    }

    @Test
    @DisplayName("is not shown in logs")
    void masked() {
        assertFalse(uri("Acme", "anna").toString().contains(SECRET.base32()));
    }
}
