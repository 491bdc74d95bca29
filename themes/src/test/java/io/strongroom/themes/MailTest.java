package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The templates as Keycloak's FreeMarker renders them, within a frame like that of its own e-mail theme. */
@DisplayName("Mails")
class MailTest {

    private static String render(String template, boolean ltr, String value) throws IOException, TemplateException {
        StringTemplateLoader templates = new StringTemplateLoader();
        templates.putTemplate("html/template.ftl", "<#macro emailLayout><html><body><#nested></body></html></#macro>");
        templates.putTemplate(template, Sources.templates().get(template));
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateLoader(templates);
        Map<String, Object> mail = Map.of(
                "paragraphs", List.of("It was changed.", "None is left."),
                "rows", List.of(Map.of("label", "Name", "value", value), Map.of("label", "Time", "value", "now")),
                "advice", "Ask.");
        StringWriter out = new StringWriter();
        configuration.getTemplate(template).process(Map.of("mail", mail, "ltr", ltr), out);
        return out.toString();
    }

    @Test
    @DisplayName("X10 as text: sentences, facts, advice, each as it is")
    void text() throws IOException, TemplateException {
        assertEquals("""
                It was changed.

                None is left.

                Name: Åsa's <b> & co
                Time: now

                Ask.
                """, render("text/strongroom-mail.ftl", true, "Åsa's <b> & co"));
    }

    @Test
    @DisplayName("X10 as HTML: within the theme's frame, whatever others have a say in escaped")
    void html() throws IOException, TemplateException {
        String html = render("html/strongroom-mail.ftl", true, "<img src=x onerror=alert(1)> & co");

        assertTrue(html.startsWith("<html><body>"), html);
        assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; co"), html);
        assertFalse(html.contains("<img"), html);
    }

    @ParameterizedTest(name = "X14 left to right {0}: labels stand at the {1}")
    @CsvSource({"true,left", "false,right"})
    void direction(boolean ltr, String side) throws IOException, TemplateException {
        assertTrue(render("html/strongroom-mail.ftl", ltr, "x").contains("align=\"" + side + "\""));
    }
}
