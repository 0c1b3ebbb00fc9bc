package io.patchbay.picture;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One object as a client knows it, or as the grid says it should. */
final class PictureObject {
    /** What a target addresses. */
    enum Kind { SESSION, CHANNELGROUP, CHANNEL, INTERACTION, CONVERSATION }

    final Kind kind;
    /** What has been said of it, by the name of what it is said about. */
    final Map<String, String> facts = new TreeMap<>();
    /** The other parties of a conversation, by id. */
    final Map<String, String> members = new TreeMap<>();
    final TreeSet<String> enabled = new TreeSet<>();
    boolean initialized;

    PictureObject(Kind kind) {
        this.kind = kind;
    }

    PictureObject fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        return kind + " " + facts + " can " + enabled + (kind == Kind.CONVERSATION ? " with " + members : "");
    }
}
