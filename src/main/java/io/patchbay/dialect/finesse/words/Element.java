package io.patchbay.dialect.finesse.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of XML without a namespace. Clients write its name in any case.
 *
 * @param attributes in the order they are written
 * @param text       the characters directly in it, empty where it has children
 */
public record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

    public Element {
        children = List.copyOf(children);
    }

    public static Element of(String name, String text) {
        return new Element(name, Map.of(), List.of(), text);
    }

    public static Element of(String name, List<Element> children) {
        return new Element(name, Map.of(), children, "");
    }

    public static Element of(String name, Element... children) {
        return of(name, List.of(children));
    }

    public Element with(String attribute, String value) {
        return new Element(name, Map.of(attribute, value), children, text);
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    public Stream<Element> children(String named) {
        return children.stream().filter(child -> child.is(named));
    }

    /** The first one. */
    public Optional<Element> child(String named) {
        return children(named).findFirst();
    }

    /** The text of the first child of that name, without blanks around it. Empty if there is none, or it is blank. */
    public Optional<String> textOf(String named) {
        return child(named).map(child -> child.text().strip()).filter(found -> !found.isEmpty());
    }

    /** The content may hold digits. */
    @Override
    public String toString() {
        return "Element[" + name + ", children=" + children.size() + "]";
    }
}
