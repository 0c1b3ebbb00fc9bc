package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.picture.PictureObject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a client knows from the frames it got and from nothing else, by full target. Strict: what does not follow from the frames before
 * is {@link ImpossibleFrame}. Of a member's state only what it was when it came is ever told (BINDINGS,
         Harmony), so it is no part of the picture.
 */
final class HarmonyPicture {
    private static final List<String> INFO =
            List.of("type", "endpoint", "state", "agentstate", "pendingstate", "reasoncode", "reasondesc", "queue");

    private final Map<String, PictureObject> things = new LinkedHashMap<>();
    private final List<String> created = new ArrayList<>();
    private final String agent;

    HarmonyPicture(String agent, String session) {
        this.agent = agent;
        PictureObject first = new PictureObject(Kind.SESSION);
        first.enabled.add("session.login");
        first.initialized = true;
        things.put(session, first);
    }

    /** Everything there is, written out. */
    SortedMap<String, String> written() {
        SortedMap<String, String> all = new TreeMap<>();
        things.forEach((target, thing) -> all.put(target, thing.toString()));
        return all;
    }

    Map<String, PictureObject> things() {
        return things;
    }

    /** Takes in events that belong together. */
    void take(List<JsonNode> events) {
        events.forEach(this::take);
        allInitialized();
    }

    private void take(JsonNode event) {
        String target = event.path("target").asText();
        String name = event.path("name").asText();
        PictureObject thing = things.get(target);
        if (thing == null) {
            throw new ImpossibleFrame("the client was never told of " + target + ", or was told that it is gone");
        }
        String subject = subject(target, thing, event, name);
        if (!subject.equals(event.path("subject").asText())) {
            throw new ImpossibleFrame("the subject should be " + subject);
        }
        switch (name.substring(0, name.indexOf('.'))) {
            case "state" -> updated(thing, event.path("data"));
            case "session" -> expect(thing, Kind.SESSION);
            case "channelgroup", "channel" -> channel(target, thing, name, event.path("data"));
            case "interaction" -> interaction(target, thing, name, event.path("data"));
            case "conversation" -> conversation(target, thing, name, event.path("data"));
            default -> throw new ImpossibleFrame("there is no event " + name);
        }
    }

    /** Of the cell the object lives in. */
    private String subject(String target, PictureObject thing, JsonNode event, String name) {
        return switch (thing.kind) {
            case SESSION, CHANNELGROUP -> "agent/" + agent;
            case CHANNEL -> name.equals("interaction.created") ? "interaction/" + event.at("/data/interaction/id").asText()
                    : "agent/" + agent;
            case INTERACTION -> "interaction/" + target.substring(target.lastIndexOf('.') + 1);
            case CONVERSATION -> {
                String parent = target.substring(0, target.lastIndexOf('.'));
                yield "interaction/" + parent.substring(parent.lastIndexOf('.') + 1);
            }
        };
    }

    private static void updated(PictureObject thing, JsonNode delta) {
        for (JsonNode change : delta) {
            String name = change.path("name").asText();
            boolean news = switch (change.path("type").asText()) {
                case "enable" -> thing.enabled.add(name);
                case "disable" -> thing.enabled.remove(name);
                default -> throw new ImpossibleFrame("a change is enable or disable: " + change);
            };
            if (!news) {
                throw new ImpossibleFrame(name + " is so already: " + change);
            }
        }
    }

    private void channel(String target, PictureObject thing, String name, JsonNode data) {
        switch (name) {
            case "channelgroup.created" -> {
                expect(thing, Kind.SESSION);
                create(target, Kind.CHANNELGROUP, data.path("channelgroup")).fact("name", text(data.at("/channelgroup/name")));
            }
            case "channel.created" -> {
                JsonNode channel = data.path("channel");
                PictureObject fresh = create(target, Kind.CHANNEL, channel).fact("state", "INACTIVE");
                INFO.forEach(fact -> fresh.facts.putIfAbsent(fact, text(channel.path(fact))));
            }
            case "channel.infochanged" -> {
                expect(thing, Kind.CHANNEL);
                for (String fact : INFO) {
                    thing.fact(fact, text(data.path("channel").path(fact)));
                }
            }
            case "channelgroup.initialized", "channel.initialized" -> initialized(thing, name);
            case "channelgroup.disposed", "channel.disposed" -> dispose(target, thing, name);
            case "channel.externaldispositions.updated" -> expect(thing, Kind.CHANNEL);
            default -> throw new ImpossibleFrame("there is no event " + name);
        }
    }

    private void interaction(String target, PictureObject thing, String name, JsonNode data) {
        JsonNode interaction = data.path("interaction");
        if (name.equals("interaction.created")) {
            expect(thing, Kind.CHANNEL);
            create(target, Kind.INTERACTION, interaction).fact("type", text(interaction.path("type")))
                    .fact("direction", text(interaction.path("direction"))).fact("focus", "")
                    .fact("ended", Boolean.toString(interaction.path("state").asText().equals("ENDED")));
            return;
        }
        expect(thing, Kind.INTERACTION);
        switch (name) {
            case "interaction.datachanged", "interaction.preview", "interaction.screenpop" -> {
                Map<String, String> pairs = new TreeMap<>();
                interaction.path("data").properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
                thing.fact("data", pairs.toString());
            }
            case "interaction.focuschanged" -> {
                String focus = text(data.at("/conversation/id"));
                if (!focus.isEmpty() && !things.containsKey(target + "." + focus)) {
                    throw new ImpossibleFrame("the focus is on a conversation that is not there");
                }
                thing.fact("focus", focus);
            }
            case "interaction.ended" -> {
                if (thing.facts.put("ended", "true").equals("true")) {
                    throw new ImpossibleFrame("it has ended already");
                }
            }
            case "interaction.complete" -> thing.fact("complete", "true");
            case "interaction.initialized" -> initialized(thing, name);
            case "interaction.disposed" -> dispose(target, thing, name);
            default -> throw new ImpossibleFrame("there is no event " + name);
        }
    }

    private void conversation(String target, PictureObject thing, String name, JsonNode data) {
        if (name.equals("conversation.created")) {
            expect(thing, Kind.INTERACTION);
            JsonNode conversation = data.path("conversation");
            create(target, Kind.CONVERSATION, conversation).fact("role", text(conversation.path("role")));
            if (thing.facts.get("focus").isEmpty()) {
                thing.fact("focus", text(conversation.path("id")));
            }
            return;
        }
        expect(thing, Kind.CONVERSATION);
        JsonNode member = data.path("member");
        String id = member.path("id").asText();
        String who = member.path("address").asText() + " " + member.path("role").asText();
        switch (name) {
            case "conversation.member.added" -> {
                if (thing.members.put(id, who) != null) {
                    throw new ImpossibleFrame("the member is there already");
                }
            }
            case "conversation.member.removed" -> {
                if (!who.equals(thing.members.remove(id))) {
                    throw new ImpossibleFrame("that member is not there");
                }
            }
            case "conversation.initialized" -> initialized(thing, name);
            case "conversation.disposed" -> {
                PictureObject interaction = things.get(target.substring(0, target.lastIndexOf('.')));
                interaction.facts.computeIfPresent("focus", (f, now) -> target.endsWith("." + now) ? "" : now);
                dispose(target, thing, name);
            }
            default -> throw new ImpossibleFrame("there is no event " + name);
        }
    }

    private PictureObject create(String parent, Kind kind, JsonNode data) {
        String target = parent + "." + data.path("id").asText();
        PictureObject thing = new PictureObject(kind);
        if (things.put(target, thing) != null) {
            throw new ImpossibleFrame(target + " is there already");
        }
        created.add(target);
        return thing;
    }

    private void dispose(String target, PictureObject thing, String name) {
        expect(thing, Kind.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT)));
        things.remove(target);
        List<String> left = things.keySet().stream().filter(other -> other.startsWith(target + ".")).toList();
        if (!left.isEmpty()) {
            throw new ImpossibleFrame("there is something left in it: " + left);
        }
    }

    private static void initialized(PictureObject thing, String name) {
        expect(thing, Kind.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT)));
        if (thing.initialized) {
            throw new ImpossibleFrame("it is initialized already");
        }
        thing.initialized = true;
    }

    private void allInitialized() {
        created.stream().filter(things::containsKey).filter(target -> !things.get(target).initialized).findFirst().ifPresent(target -> {
            throw new ImpossibleFrame(target + " was created and never initialized");
        });
        created.clear();
    }

    private static void expect(PictureObject thing, Kind kind) {
        if (thing.kind != kind) {
            throw new ImpossibleFrame("the target is a " + thing.kind + ", not a " + kind);
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asText();
    }
}
