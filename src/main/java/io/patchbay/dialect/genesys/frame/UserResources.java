package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.Feature;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEntry.Profile;
import io.patchbay.model.Directory;
import io.patchbay.model.QueueEntry;
import io.patchbay.reading.Roles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Users, contacts and queues of the directory (genesys.md 3.2 and 3.6). */
public record UserResources(Directory directory, GenesysUris uris) {
    private static final String SWITCH = "Patchbay";

    /** Those who work with contacts. */
    public List<ObjectNode> users() {
        return directory.users().stream().filter(Roles::works).map(this::user).toList();
    }

    /** By id or by name. */
    public Optional<ObjectNode> user(String id) {
        return directory.user(id).filter(Roles::works).map(this::user);
    }

    public ObjectNode user(AgentEntry entry) {
        Profile profile = entry.profile();
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("id", entry.userId()).put("userName", entry.id().value())
                .put("firstName", firstName(entry)).put("lastName", lastName(entry)).put("emailAddress", profile.email().orElse(""))
                .put("employeeId", profile.employeeId().orElse(""));
        ArrayNode roles = user.putArray("roles").add("ROLE_AGENT");
        if (entry.role() == AgentEntry.Role.SUPERVISOR) {
            roles.add("ROLE_SUPERVISOR");
        }
        return user.put("enabled", true).put("changePasswordOnFirstLogin", false).put("contactCenterId", GenesysIds.SITE)
                .put("uri", uris.of("/users/" + entry.userId())).put("path", "/users/" + entry.userId());
    }

    /** The features that the directory gives the user; all of them if it names none. */
    public List<ObjectNode> features(AgentEntry entry) {
        return Feature.of(entry).stream().map(Feature::text).map(id -> JsonNodeFactory.instance.objectNode().put("id", id)
                .put("displayName", id).put("description", "").put("autoAssignOnContactCenterCreate", true)
                .put("uri", uris.of("/features/" + id)).put("path", "/features/" + id)).toList();
    }

    /** One of them. */
    public Optional<ObjectNode> feature(AgentEntry entry, String id) {
        return features(entry).stream().filter(feature -> feature.path("id").asText().equals(id)).findFirst();
    }

    /** Users and queues, as targets of calls. */
    public List<ObjectNode> contacts() {
        return Stream.concat(directory.users().stream().filter(Roles::works).map(this::contact),
                directory.queues().stream().map(queue -> queue("contacts", queue))).toList();
    }

    /** By the id or name of a user or queue. */
    public Optional<ObjectNode> contact(String id) {
        return directory.user(id).filter(Roles::works).map(this::contact)
                .or(() -> directory.queue(id).map(queue -> queue("contacts", queue)));
    }

    public List<ObjectNode> queues() {
        return directory.queues().stream().map(queue -> queue("queues", queue)).toList();
    }

    /** By id, name or number. */
    public Optional<ObjectNode> queue(String id) {
        return directory.queue(id).map(queue -> queue("queues", queue));
    }

    private ObjectNode contact(AgentEntry entry) {
        ObjectNode contact = JsonNodeFactory.instance.objectNode().put("id", entry.userId()).put("name", entry.displayName())
                .put("type", "User");
        ArrayNode numbers = contact.putArray("phoneNumbers");
        entry.extensions().forEach(extension -> number(numbers, extension.value()));
        return contact.put("userName", entry.id().value()).put("firstName", firstName(entry)).put("lastName", lastName(entry))
                .put("employeeId", entry.profile().employeeId().orElse(""))
                .put("uri", uris.of("/contacts/" + entry.userId())).put("path", "/contacts/" + entry.userId());
    }

    private ObjectNode queue(String collection, QueueEntry queue) {
        String path = "/" + collection + "/" + queue.queueId();
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("id", queue.queueId()).put("name", queue.name().value())
                .put("type", "Queue").put("displayName", queue.displayName());
        number(resource.putArray("phoneNumbers"), queue.number().value());
        return resource.put("uri", uris.of(path)).put("path", path);
    }

    private static void number(ArrayNode numbers, String number) {
        numbers.addObject().put("phoneNumber", number).put("description", "").put("switchName", SWITCH);
    }

    private static String firstName(AgentEntry entry) {
        return entry.profile().firstName().orElseGet(() -> entry.displayName().split(" ", 2)[0]);
    }

    private static String lastName(AgentEntry entry) {
        String[] words = entry.displayName().split(" ", 2);
        return entry.profile().lastName().orElse(words.length > 1 ? words[1] : "");
    }
}
