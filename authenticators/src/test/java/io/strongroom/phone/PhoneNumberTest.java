package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A phone number")
class PhoneNumberTest {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    @Test
    @DisplayName("D8 is accepted if it is the example that every refusal shows")
    void example() throws RefusedException {
        assertEquals("+46701740605", PhoneNumber.EXAMPLE);
        assertEquals(PhoneNumber.EXAMPLE, PhoneNumber.parse(PhoneNumber.EXAMPLE).e164());
    }

    @ParameterizedTest(name = "D8 \"{0}\" is accepted: {1}")
    @CsvSource({
        "+46701740605,+46701740605",
        "+46 70 174 06 05,+46701740605",
        "+46-70-174-06-05,+46701740605",
        "+46.70.174.06.05,+46701740605",
        "+46 (70) 174/0605,+46701740605",
        "' +46701740605 ',+46701740605",
        "+46\u00a070\u00a0174\u202f06\u202f05,+46701740605",
        "\u200e+46701740605\u200f,+46701740605",
        "+46\u201070\u2013174\u20140605,+46701740605",
        "+49 1512 3456789,+4915123456789",
        "+1 202-555-0123,+12025550123"
    })
    void international(String entered, String e164) throws RefusedException {
        assertEquals(e164, PhoneNumber.parse(entered).e164());
    }

    @ParameterizedTest(name = "D8 digits of other scripts are accepted: {0}")
    @ValueSource(strings = {"+٤٦٧٠١٧٤٠٦٠٥", "+४६७०१७४०६०५", "+４６７０１７４０６０５"})
    void otherDigits(String entered) throws RefusedException {
        assertEquals("+46701740605", PhoneNumber.parse(entered).e164());
    }

    @ParameterizedTest(name = "D8 \"{0}\" is not in full international format")
    @ValueSource(
            strings = {
                "0701740605",
                "46701740605",
                "0046701740605",
                "+46701740605x12",
                "+46701740605;ext=12",
                "+46701740605,12",
                "+46701740605#12",
                "tel:+46701740605",
                "+1-800-FLOWERS",
                "+46 70 ABC 06 05",
                "anna@example.com",
                "++46701740605",
                "+46+701740605",
                "46701740605+",
                "+",
                "+46",
                "+123456789012345678901",
                "<script>",
                "+46701740605\u0000"
            })
    void otherFormats(String entered) {
        assertEquals(Refusal.FORMAT, refusal(entered));
    }

    @ParameterizedTest(name = "\"{0}\" is a missing number")
    @NullSource
    @ValueSource(strings = {"", "   ", "\t\n"})
    void missing(String entered) {
        assertEquals(Refusal.MISSING, refusal(entered));
    }

    @ParameterizedTest(name = "no country assigns \"{0}\"")
    @ValueSource(
            strings = {
                "+46701",
                "+4670123456789",
                "+4670174060",
                "+467017406051",
                "+99912345678",
                "+00000000000",
                "+12345678901234"
            })
    void impossible(String entered) {
        assertEquals(Refusal.IMPOSSIBLE, refusal(entered));
    }

    @ParameterizedTest(name = "D9 security 18: a number of type {0} ({1}) is refused")
    @CsvSource({
        "FIXED_LINE,SE",
        "FIXED_LINE,DE",
        "FIXED_LINE,GB",
        "PREMIUM_RATE,SE",
        "PREMIUM_RATE,DE",
        "PREMIUM_RATE,US",
        "TOLL_FREE,SE",
        "TOLL_FREE,US",
        "TOLL_FREE,GB",
        "SHARED_COST,SE",
        "SHARED_COST,DE",
        "VOIP,JP",
        "VOIP,GB",
        "VOIP,FR",
        "PAGER,SE",
        "PAGER,GB",
        "UAN,DE",
        "VOICEMAIL,CH",
        "PERSONAL_NUMBER,GB",
        "PERSONAL_NUMBER,US"
    })
    void cannotReceiveText(PhoneNumberType type, String region) {
        assertEquals(Refusal.NO_TEXT, refusal(exampleOf(type, region)));
    }

    @ParameterizedTest(
            name =
                    "D9 security 18: {0}, a personal, pager, premium or internet number, is refused at entry and at sending")
    @ValueSource(
            strings = {
                "+447012345678",
                "+44 70 1234 5678",
                "+15005550123",
                "+15335550123",
                "+447640123456",
                "+80012345678",
                "+80812345678",
                "+878101234567890",
                "+8821612345678",
                "+883510012345",
                "+88812345678901",
                "+979123456789"
            })
    void expensive(String number) {
        assertEquals(Refusal.NO_TEXT, refusal(number));
        assertEquals(Optional.of(Refusal.NO_TEXT), atSending(PhoneNumber.compact(number)));
    }

    @ParameterizedTest(name = "D9 a number of type {0} ({1}) is accepted")
    @CsvSource({"MOBILE,SE", "MOBILE,DE", "MOBILE,GB", "MOBILE,IN", "MOBILE,BR", "FIXED_LINE_OR_MOBILE,US", "MOBILE,CA"
    })
    void canReceiveText(PhoneNumberType type, String region) throws RefusedException {
        String example = exampleOf(type, region);

        assertEquals(example, PhoneNumber.parse(example).e164());
    }

    @Test
    @DisplayName("security 30: is not repeated in the refusal")
    void refusalRepeatsNothing() {
        RefusedException refused = assertThrows(RefusedException.class, () -> PhoneNumber.parse("secret\nline"));

        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    private static Refusal refusal(String entered) {
        return assertThrows(RefusedException.class, () -> PhoneNumber.parse(entered))
                .refusal();
    }

    private static String exampleOf(PhoneNumberType type, String region) {
        Phonenumber.PhoneNumber example = UTIL.getExampleNumberForType(region, type);
        assertNotNull(example, () -> "no example of " + type + " in " + region);
        return UTIL.format(example, PhoneNumberFormat.E164);
    }

    private static Optional<Refusal> atSending(String stored, String... countries) {
        return PhoneNumber.stored(stored)
                .orElseThrow()
                .refusalAtSending(code ->
                        countries.length == 0 || Arrays.asList(countries).contains(code));
    }

    @ParameterizedTest(name = "security 18: {0} belongs to {1}")
    @CsvSource({
        "+46701740605,SE",
        "+4915123456789,DE",
        "+12025550123,US",
        "+14165550123,CA",
        "+447400123456,GB",
        "+79161234567,RU",
        "+77011234567,KZ",
        "+38344123456,XK"
    })
    void country(String number, String country) throws RefusedException {
        assertEquals(number, PhoneNumber.parse(number, country::equals).e164());
        assertEquals(Optional.empty(), atSending(number, country));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> PhoneNumber.parse(number, code -> !country.equals(code)));
        assertEquals(Refusal.COUNTRY, refused.refusal());
        assertEquals(Optional.of(Refusal.COUNTRY), atSending(number, "AQ"));
    }

    @Test
    @DisplayName("security 18: is allowed without a country only if all countries are")
    void noCountry() {
        assertEquals(Optional.empty(), atSending("+881612345678"));
        assertEquals(Optional.of(Refusal.COUNTRY), atSending("+881612345678", "SE", "US", "001"));
    }

    @ParameterizedTest(name = "security 18: {0} is refused at sending, even if it was stored before")
    @ValueSource(
            strings = {
                "+469391234567",
                "+4687865000",
                "+46201234567",
                "+448001111111",
                "+447012345678",
                "+979123456789",
                "+883510012345"
            })
    void typesAtSending(String number) {
        assertEquals(Optional.of(Refusal.NO_TEXT), atSending(number));
    }

    @Test
    @DisplayName("is accepted at sending outside the known ranges if its country is allowed")
    void unknownRange() {
        assertEquals(Optional.empty(), atSending("+4670100000000"));
        assertEquals(Optional.empty(), atSending("+4670100000000", "SE"));
        assertEquals(Optional.of(Refusal.COUNTRY), atSending("+4670100000000", "DE"));
        assertEquals(Optional.empty(), atSending("+999123456789"));
        assertEquals(Optional.of(Refusal.COUNTRY), atSending("+999123456789", "SE"));
    }
}
