package io.patchbay.dialect.finesse.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.finesse.words.Element;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final String DOCUMENT_TYPE = "The body must not have a document type or an entity.";
    private final XmlReader reader = new XmlReader(StrictJson.Limits.DEFAULT);

    @Test
    void elements_are_read_in_any_case_with_blanks_namespaces_and_unknown_ones() throws Unreadable {
        Element body = reader.read("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- note --><f:user xmlns:f=\"urn:x\" a=\"b\">"
                + "\n <STATE> READY </STATE><state>NOT_READY</state><unheardOf><deep/></unheardOf><blank>  </blank>"
                + "<text>a&lt;b&amp;<![CDATA[<c>]]>&#233;&#x1F600;</text></f:user>\n");
        assertThat(body.is("User")).isTrue();
        assertThat(body.textOf("state")).contains("READY");
        assertThat(body.textOf("blank")).isEmpty();
        assertThat(body.textOf("text")).contains("a<b&<c>\u00E9\uD83D\uDE00");
        assertThat(body.toString()).doesNotContain("READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "READY", "{\"state\":\"READY\"}", "<User>", "<User></user>", "<User/><User/>", "<User/>x", "x<User/>",
        "<User a=1/>", "<User a=\"1\" a=\"2\"/>", "<f:User/>", "<User>&</User>", "<User>\u0001</User>", "<User>&#1;</User>",
        "<User>\uD800</User>", "<1/>", "<?xml version=\"9\"?><User/>", "<User><![CDATA[</User>", "<!-- <User/>"})
    void what_is_not_well_formed_is_refused(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(Unreadable.class).hasMessage("The body is not well-formed XML.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE User><User/>", "<!DOCTYPE User [<!ENTITY e \"READY\">]><User><state>&e;</state></User>",
        "<!DOCTYPE User SYSTEM \"http://127.0.0.1:1/user.dtd\"><User/>", "<!DOCTYPE User [<!ELEMENT User ANY>]><User/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]><User/>"})
    void a_document_type_is_refused(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(Unreadable.class).hasMessage(DOCUMENT_TYPE);
    }

    @Test
    void an_entity_of_nobody_is_refused() {
        assertThatThrownBy(() -> reader.read("<User><state>&ready;</state></User>")).isInstanceOf(Unreadable.class);
    }

    @Test
    void nothing_is_expanded() {
        StringBuilder text = new StringBuilder("<!DOCTYPE lol [<!ENTITY l0 \"lol\">");
        for (int n = 1; n < 30; n++) {
            text.append("<!ENTITY l").append(n).append(" \"").append(("&l" + (n - 1) + ";").repeat(10)).append("\">");
        }
        String laughs = text.append("]><User><state>&l29;</state></User>").toString();
        assertThatThrownBy(() -> reader.read(laughs)).isInstanceOf(Unreadable.class).hasMessage(DOCUMENT_TYPE);
    }

    @Test
    void nothing_is_fetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "4711");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/user";
            for (String source : new String[] {url, secret.toUri().toString()}) {
                for (String text : new String[] {"<!DOCTYPE User SYSTEM \"" + source + "\"><User/>",
                    "<!DOCTYPE User [<!ENTITY e SYSTEM \"" + source + "\">]><User><state>&e;</state></User>",
                    "<!DOCTYPE User [<!ENTITY % e SYSTEM \"" + source + "\"> %e;]><User/>"}) {
                    assertThatThrownBy(() -> reader.read(text)).isInstanceOf(Unreadable.class).hasMessageNotContaining("4711");
                }
            }
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void limits_hold() throws Unreadable {
        int depth = StrictJson.Limits.DEFAULT.depth();
        assertThat(reader.read(nested(depth)).name()).isEqualTo("a");
        assertRefused(nested(depth + 1), "The elements of the body are too deep.");
        assertRefused("<a>".repeat(20_000), "The elements of the body are too deep.");
        int tokens = StrictJson.Limits.DEFAULT.tokens();
        assertThat(reader.read("<a>" + "<b/>".repeat(tokens - 1) + "</a>").children()).hasSize(tokens - 1);
        assertRefused("<a>" + "<b/>".repeat(tokens) + "</a>", "The body has too many elements.");
        assertThat(reader.read(attributes(100)).name()).isEqualTo("a");
        assertRefused(attributes(101), "The body is not well-formed XML.");
        int string = StrictJson.Limits.DEFAULT.string();
        assertThat(reader.read("<a>" + "x".repeat(string) + "</a>").text()).hasSize(string);
        assertRefused("<a>" + "x".repeat(string + 1) + "</a>", "A text of the body is too long.");
    }

    private void assertRefused(String text, String why) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(Unreadable.class).hasMessage(why);
    }

    private static String attributes(int count) {
        return "<a " + IntStream.range(0, count).mapToObj(n -> "b" + n + "=''").collect(Collectors.joining(" ")) + "/>";
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    @Test
    void another_encoding_is_refused() {
        assertRefused("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><User/>", "The body must be in UTF-8.");
        assertRefused("<?xml version=\"1.0\" encoding=\"UTF-16\"?><User/>", "The body must be in UTF-8.");
    }

    /** Damaged bodies are read, or refused in words. */
    @Test
    void nothing_else_happens_to_damaged_bodies() {
        Random random = new Random(4711);
        String good = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"f\">]><Dialog x=\"y\">"
                + "<a>&lt;&#65;</a><![CDATA[b]]><!-- c --><?d e?></Dialog>";
        for (int n = 0; n < 5_000; n++) {
            StringBuilder text = new StringBuilder(good);
            for (int times = random.nextInt(4); times >= 0; times--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(5)), String.valueOf((char) random.nextInt(random.nextBoolean()
                        ? 128 : 65_536)));
            }
            try {
                assertThat(reader.read(text.toString())).isNotNull();
            } catch (Unreadable refused) {
                assertThat(refused).hasMessageEndingWith(".");
            }
        }
    }
}
