package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A device, channel, call or contact as a Genesys client knows it, or as the cells say it should. */
final class GenesysResource {
    /** How many of the last messages are written out. A cell keeps more. */
    private static final int SHOWN = 20;

    final List<String> participants = new ArrayList<>();
    final TreeSet<String> capabilities = new TreeSet<>();
    final Map<String, String> userData = new TreeMap<>();
    /** By index. */
    final NavigableMap<Long, String> log = new TreeMap<>();
    /** Of the last message, in the log or not. */
    long lastIndex;
    /** The participants of a contact by their ids. */
    private final Map<String, String> named = new TreeMap<>();
    private String state = "";

    GenesysResource in(String next) {
        state = next;
        return this;
    }

    boolean is(String other) {
        return state.equals(other);
    }

    String state() {
        return state;
    }

    /** Takes over what the resource of a message has. */
    GenesysResource take(JsonNode resource) {
        state = resource.path("state").asText() + (resource.path("mute").asText().equals("On") ? ", muted" : "");
        participants.clear();
        named.clear();
        resource.path("participants").forEach(one -> {
            participants.add(one.has("nickname") ? written(one) : one.path("phoneNumber").asText());
            named.put(one.path("participantId").asText(), written(one));
        });
        capabilities.clear();
        resource.path("capabilities").forEach(name -> capabilities.add(name.asText()));
        if (resource.has("userData")) {
            userData.clear();
            resource.path("userData").properties().forEach(pair -> userData.put(pair.getKey(), pair.getValue().asText()));
        }
        return this;
    }

    /** Who consults has a second party, which has a new name, too. @param who has one, as a message of the log says */
    void renamed(JsonNode who) {
        String before = named.put(who.path("participantId").asText(), written(who));
        participants.replaceAll(one -> one.equals(before) ? written(who) : one);
    }

    private static String written(JsonNode participant) {
        return participant.path("nickname").asText() + " " + participant.path("type").asText();
    }

    /** @param text empty where somebody came or went */
    void logged(long index, boolean toAll, String text) {
        log.put(index, (toAll ? "all " : "agents ") + text);
        lastIndex = Math.max(lastIndex, index);
    }

    /** What the cells say, too. */
    String seen() {
        List<String> parties = new ArrayList<>(participants);
        Collections.sort(parties);
        List<Long> indexes = List.copyOf(log.keySet());
        return state + " with " + parties + (state.equals("Chatting") && !indexes.isEmpty()
                ? " says " + log.tailMap(indexes.get(Math.max(0, indexes.size() - SHOWN))) : "");
    }

    /** What a read says, too. */
    String whole() {
        return state + " with " + participants + " can " + capabilities + " has " + userData;
    }
}
