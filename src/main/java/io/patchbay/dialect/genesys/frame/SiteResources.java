package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.model.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a desktop asks about the contact centre at its login: services, dispositions, the voice environment (genesys.md 3.6). */
public record SiteResources(Directory directory, GenesysUris uris) {
    private static final List<String> SERVICES = List.of("Provisioning", "Voice", "MultiMediaState", "MultiMediaContent");
    private static final String DISPOSITIONS = "dispositions";

    /** All are active while the gateway answers. */
    public List<ObjectNode> services() {
        return SERVICES.stream().map(type -> resource("services", type.toLowerCase(Locale.ROOT), type)
                .put("type", type).put("state", "Active")).toList();
    }

    public Optional<ObjectNode> service(String id) {
        return find(services(), id);
    }

    /** The dispositions. There are no other groups. @param type of the wanted groups; null for all */
    public List<ObjectNode> groups(String type) {
        return type != null && !type.equals(DISPOSITIONS) ? List.of()
                : directory.codes().dispositions().stream().map(code -> resource("groups", code.code(), code.label())
                        .put("type", DISPOSITIONS)).toList();
    }

    public Optional<ObjectNode> group(String id) {
        return find(groups(null), id);
    }

    public Optional<ObjectNode> voiceEnvironment(String id) {
        return find(List.of(resource("voice-environments", GenesysIds.SITE, "Patchbay")), id);
    }

    private ObjectNode resource(String collection, String id, String name) {
        String path = "/" + collection + "/" + id;
        return JsonNodeFactory.instance.objectNode().put("id", id).put("name", name).put("uri", uris.of(path)).put("path", path);
    }

    private static Optional<ObjectNode> find(List<ObjectNode> all, String id) {
        return all.stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
    }
}
