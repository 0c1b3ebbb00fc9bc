package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.Element;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements as XML in one line. A character that XML cannot hold becomes U+FFFD. */
public final class XmlText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() { }

    public static String of(Element root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(out, root);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("elements are not well-formed", e);
        }
        // Line breaks come from values only. A parser keeps them as references.
        return text.toString().replace("\n", "&#10;").replace("\r", "&#13;");
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String time(Optional<Instant> at) {
        return at.map(TIME::format).orElse("");
    }

    private static void write(XMLStreamWriter out, Element element) throws XMLStreamException {
        out.writeStartElement(element.name());
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), valid(attribute.getValue()));
        }
        for (Element child : element.children()) {
            write(out, child);
        }
        out.writeCharacters(valid(element.text()));
        out.writeEndElement();
    }

    private static String valid(String text) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints().forEach(c -> valid.appendCodePoint(isValid(c) ? c : REPLACEMENT));
        return valid.toString();
    }

    /** The production Char of XML 1.0. A lone surrogate is none. */
    private static boolean isValid(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c <= REPLACEMENT || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
