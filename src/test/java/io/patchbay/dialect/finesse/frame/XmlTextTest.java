package io.patchbay.dialect.finesse.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.finesse.request.XmlReader;
import io.patchbay.dialect.finesse.words.Element;
import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class XmlTextTest {

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void elements_are_in_one_line_with_marks_escaped() {
        Element root = Element.of("Team", Element.of("name", "<a href=\"x\">Q&A</a> ]]> 'y'\r\n\ttwo"), Element.of("users"))
                .with("category", "\"<&\n");
        assertThat(XmlText.of(root)).startsWith("<Team category=\"").contains("&lt;a href=\"x\"", "Q&amp;A", "]]&gt;", "&#13;&#10;")
                .doesNotContain("\n", "\r").endsWith("</Team>");
    }

    @Test
    void every_text_comes_back() throws Exception {
        for (String text : new String[] {"", "<&>\"'", "]]>", "a\tb\nc\rd\r\ne", "\u00E9\u4F60\uD83D\uDE00", "\uFEFF\u00A0\u2028"}) {
            Document read = parsed(XmlText.of(Element.of("a", text).with("b", text)));
            assertThat(read.getDocumentElement().getTextContent()).isEqualTo(text);
            assertThat(new XmlReader(StrictJson.Limits.DEFAULT).read(XmlText.of(Element.of("a", text))).text()).isEqualTo(text);
        }
    }

    @Test
    void what_xml_cannot_hold_is_replaced() throws Exception {
        for (String text : new String[] {"\u0000", "\u0001", "\u001B[0m", "\uD800", "\uDFFFx", "\uFFFE", "\uFFFF"}) {
            String read = parsed(XmlText.of(Element.of("a", text).with("b", text))).getDocumentElement().getTextContent();
            assertThat(read).contains("\uFFFD").hasSize(text.length());
        }
        Random random = new Random(4711);
        for (int n = 0; n < 2_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 20; c++) {
                text.append((char) random.nextInt(random.nextBoolean() ? 64 : 65_536));
            }
            assertThat(parsed(XmlText.of(Element.of("a", text.toString()))).getDocumentElement().getTextContent()).hasSize(20);
        }
    }
}
