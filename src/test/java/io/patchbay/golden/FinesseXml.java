package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** XML of Finesse as JSON and back: texts, objects, and arrays in place of the elements that hold a list. The parser is that of the JDK. */
public final class FinesseXml {
    private static final Set<String> LISTS = Set.of("dialogs", "Dialogs", "participants", "actions", "callvariables", "ReasonCodes",
        "WrapUpReasons", "Users", "users", "roles", "teams", "apiErrors", "ApiErrors");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FinesseXml() { }

    /** {@code {root: content}}. @throws AssertionError if a strict parser does not read it */
    public static ObjectNode json(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
            return NODES.objectNode().set(root.getTagName(), content(root));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + xml, e);
        }
    }

    private static JsonNode content(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        boolean list = LISTS.contains(element.getTagName());
        if (children.isEmpty()) {
            return list && element.getTextContent().isEmpty() ? NODES.arrayNode() : TextNode.valueOf(element.getTextContent());
        }
        if (list) {
            ArrayNode all = NODES.arrayNode();
            children.forEach(child -> all.add(content(child)));
            return all;
        }
        ObjectNode all = NODES.objectNode();
        for (Element child : children) {
            if (all.has(child.getTagName())) {
                throw new AssertionError("twice: " + child.getTagName());
            }
            all.set(child.getTagName(), content(child));
        }
        return all;
    }

    /** Elements of the members of an object; an array repeats its element. */
    static String xml(JsonNode object) {
        StringBuilder xml = new StringBuilder();
        object.properties().forEach(member -> {
            if (member.getValue().isArray()) {
                member.getValue().forEach(each -> element(xml, member.getKey(), each));
            } else {
                element(xml, member.getKey(), member.getValue());
            }
        });
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, JsonNode content) {
        xml.append('<').append(name).append('>');
        xml.append(content.isObject() ? xml(content) : content.asText().replace("&", "&amp;").replace("<", "&lt;"));
        xml.append("</").append(name).append('>');
    }
}
