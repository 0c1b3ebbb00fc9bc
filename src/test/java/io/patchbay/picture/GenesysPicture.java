package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a Genesys client knows from notifications, and from one read of everything where it began to listen, by the path of the resource.
 * Strict: what does not follow from the notifications before is {@link ImpossibleFrame}.
 */
final class GenesysPicture {
    private static final List<String> CONTACTS = List.of("chats", "smssessions");
    private static final Set<String> OF_CALLS =
            Set.of("StatusChange", "ParticipantsUpdated", "AttachedDataChanged", "CallRecordingStateChange");
    private static final Set<String> OF_CONTACTS = Set.of("StatusChange", "ParticipantsUpdated", "PropertiesUpdated", "Error");

    private final SortedMap<String, GenesysResource> resources = new TreeMap<>();
    /** Notifications may tell what the first read told, too. */
    private boolean overlaps;

    /** @param user with all its subresources */
    static GenesysPicture read(JsonNode user, boolean overlaps) {
        GenesysPicture picture = new GenesysPicture();
        picture.overlaps = overlaps;
        user.path("devices").forEach(picture::device);
        user.path("channels").forEach(picture::channel);
        List.of("calls", "chats", "smssessions").forEach(collection -> user.path(collection).forEach(one ->
                picture.resources.put(collection + "/" + one.path("id").asText(), new GenesysResource().take(one))));
        return picture;
    }

    /** All is told that was on its way when it was read. */
    void settled() {
        overlaps = false;
    }

    SortedMap<String, GenesysResource> resources() {
        return resources;
    }

    SortedMap<String, String> written(Function<GenesysResource, String> how) {
        SortedMap<String, String> all = new TreeMap<>();
        resources.forEach((path, resource) -> all.put(path, how.apply(resource)));
        return all;
    }

    /** The path of the contact or call that a notification tells of. Empty for the state of the agent. */
    static String about(JsonNode data) {
        return switch (data.path("messageType").asText()) {
            case "DeviceStateChangeMessage", "ChannelStateChangeMessageV2" -> "";
            case "CallStateChangeMessage" -> "calls/" + data.at("/call/id").asText();
            case "ChatStateChangeMessage" -> "chats/" + data.at("/chat/id").asText();
            case "SMSsessionStateChangeMessage" -> "smssessions/" + data.at("/smssession/id").asText();
            case "MessageLogUpdated" -> data.path("chatPath").asText(data.path("smssessionPath").asText()).replaceFirst("^/", "");
            default -> throw new ImpossibleFrame("there is no such message");
        };
    }

    void take(JsonNode data) {
        String path = about(data);
        String type = data.path("notificationType").asText();
        switch (data.path("messageType").asText()) {
            case "DeviceStateChangeMessage" -> data.path("devices").forEach(this::device);
            case "ChannelStateChangeMessageV2" -> data.path("channels").forEach(this::channel);
            case "CallStateChangeMessage" -> call(path, type, data.path("call"));
            case "MessageLogUpdated" -> log(path, data.path("messages"));
            default -> contact(path, type, data.has("chat") ? data.path("chat") : data.path("smssession"));
        }
    }

    private void device(JsonNode device) {
        resources.put("devices/" + device.path("phoneNumber").asText(), new GenesysResource().in(state(device)));
    }

    private void channel(JsonNode channel) {
        resources.put("channels/" + channel.path("channel").asText(), new GenesysResource().in(state(channel)));
    }

    private static String state(JsonNode resource) {
        return (resource.at("/userState/state").asText() + " " + resource.at("/userState/workMode").asText()).strip();
    }

    private void call(String path, String type, JsonNode call) {
        expect(OF_CALLS.contains(type), "there is no such type");
        GenesysResource known = resources.get(path);
        if (call.path("state").asText().equals("Released")) {
            expect(known != null, "the client has no such call");
            expect(type.equals("StatusChange") && call.path("capabilities").isEmpty(), "a released call can do nothing");
            resources.remove(path);
            return;
        }
        expect(known != null || type.equals("StatusChange"), "the client has no such call");
        expect(known == null || type.equals("StatusChange") || known.state().startsWith(call.path("state").asText()),
                "the state changed before");
        resources.computeIfAbsent(path, unknown -> new GenesysResource()).take(call);
        expect(resources.entrySet().stream().filter(each -> each.getKey().startsWith("calls/")
                && each.getValue().state().startsWith("Established")).count() < 2, "two calls are established");
    }

    private void contact(String path, String type, JsonNode contact) {
        expect(OF_CONTACTS.contains(type), "there is no such type");
        GenesysResource known = resources.get(path);
        String state = contact.path("state").asText();
        boolean status = type.equals("StatusChange");
        expect(status && state.equals("Invited") == (known == null) || !status && known != null, "the client has or has not the contact");
        expect(!status || switch (state) {
            case "Invited", "Completed" -> true;
            case "Chatting", "Revoked" -> known != null && known.is("Invited");
            case "LeftChat" -> known != null && known.is("Chatting");
            default -> false;
        }, "the state cannot be the next one");
        expect(status || known != null && known.is(state), "the state changed before");
        if (state.equals("Completed") || state.equals("Revoked")) {
            expect(contact.path("capabilities").isEmpty(), "a contact that is gone can do nothing");
            resources.remove(path);
        } else {
            resources.computeIfAbsent(path, unknown -> new GenesysResource()).take(contact);
        }
    }

    /** Messages as notifications and reads have them. An index is never told twice, and the first message is told first. */
    void log(String path, JsonNode messages) {
        GenesysResource known = resources.get(path);
        expect(known != null && known.is("Chatting"), "the client takes no part in the contact");
        GenesysResource contact = known == null ? new GenesysResource() : known;
        for (JsonNode message : messages) {
            long index = message.path("index").asLong();
            expect(contact.lastIndex == 0 ? index == 1 : index > contact.lastIndex, "the index does not come next");
            if (message.path("type").asText().startsWith("Typing")) {
                contact.lastIndex = Math.max(contact.lastIndex, index);
            } else {
                contact.logged(index, message.path("visibility").asText().equals("All"), message.path("text")
                        .asText(message.path("url").asText(message.path("noticeText").asText())));
                if (message.path("type").asText().equals("NicknameUpdated")) {
                    contact.renamed(message.path("from"));
                }
            }
        }
    }

    private void expect(boolean so, String otherwise) {
        if (!so && !overlaps) {
            throw new ImpossibleFrame(otherwise);
        }
    }

    /** The ids of calls, or of contacts of any kind. */
    List<String> ids(boolean calls) {
        return resources.keySet().stream().filter(path -> path.startsWith("calls/") == calls)
                .filter(path -> calls || CONTACTS.contains(path.substring(0, path.indexOf('/'))))
                .map(path -> path.substring(path.indexOf('/') + 1)).toList();
    }
}
