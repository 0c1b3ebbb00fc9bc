package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.finesse.words.Element;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a body as XML. A document type, an entity other than those of XML itself, and an encoding other than UTF-8 are refused. Nothing
 * is fetched and nothing is expanded. Thread-safe.
 *
 * @param limits of depth, of elements and attributes, and of each text
 */
public record XmlReader(StrictJson.Limits limits) {

    /** The parser compares each attribute of an element with the others. */
    private static final String ATTRIBUTES = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";
    private static final int MOST_ATTRIBUTES = 100;
    private static final String FOREIGN = "The body must not have a document type or an entity.";
    private static final String NOT_XML = "The body is not well-formed XML.";

    /** An element that is not closed yet. */
    private record Open(String name, List<Element> children, StringBuilder text) {
        Element close() {
            return new Element(name, Map.of(), children, children.isEmpty() ? text.toString() : "");
        }
    }

    /** The root. Attributes are passed over. */
    public Element read(String text) throws Unreadable {
        // Also within a text or a comment, so that the parser never begins to read a document type.
        check(!text.contains("<!DOCTYPE"), FOREIGN);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            String encoding = xml.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw new Unreadable("The body must be in UTF-8.");
            }
            return root(xml);
        } catch (XMLStreamException | RuntimeException e) {
            // The parser throws a MissingResourceException where it has no text for an error.
            throw new Unreadable(NOT_XML);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(ATTRIBUTES, MOST_ATTRIBUTES);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private Element root(XMLStreamReader xml) throws XMLStreamException, Unreadable {
        Deque<Open> open = new ArrayDeque<>();
        Element root = null;
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    count += 1 + xml.getAttributeCount();
                    open.push(new Open(xml.getLocalName(), new ArrayList<>(), new StringBuilder()));
                    check(open.size() <= limits.depth(), "The elements of the body are too deep.");
                    check(count <= limits.tokens(), "The body has too many elements.");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(open, xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    Element closed = open.pop().close();
                    root = open.isEmpty() ? closed : root;
                    if (!open.isEmpty()) {
                        open.peek().children().add(closed);
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Unreadable(FOREIGN);
                default -> { }
            }
        }
        check(root != null, NOT_XML);
        return root;
    }

    private void append(Deque<Open> open, XMLStreamReader xml) throws Unreadable {
        if (!open.isEmpty()) {
            StringBuilder text = open.peek().text().append(xml.getText());
            check(text.length() <= limits.string(), "A text of the body is too long.");
        }
    }

    private static void check(boolean fine, String why) throws Unreadable {
        if (!fine) {
            throw new Unreadable(why);
        }
    }
}
