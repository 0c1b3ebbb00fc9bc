package io.patchbay.dialect.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.AgentResources;
import io.patchbay.dialect.genesys.frame.CallResources;
import io.patchbay.dialect.genesys.frame.ContactResources;
import io.patchbay.dialect.genesys.frame.GenesysUris;
import io.patchbay.dialect.genesys.frame.InteractionResources;
import io.patchbay.dialect.genesys.frame.SiteResources;
import io.patchbay.dialect.genesys.frame.UserResources;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** GET of collections, of single resources and of {@code /me} (genesys.md 1.4, 3.2 and 3.4 to 3.6). Pure. */
record GenesysReads(Directory directory, GenesysUris uris) {
    private static final String ALL = "*";

    /** @param query {@code fields} of a collection, {@code subresources} of {@code /me} */
    GenesysReply read(AgentEntry user, Replicas now, Instant at, GenesysPath path, Map<String, String> query) {
        if (path.me() && path.segments().isEmpty()) {
            return one("user", Optional.of(me(user, now, at, names(query.get("subresources")))));
        }
        AgentResources agent = new AgentResources(user, uris);
        CallResources calls = new CallResources(user.id(), uris);
        UserResources users = new UserResources(directory, uris);
        String fields = query.get("fields");
        return switch (path.segments().isEmpty() ? "" : path.segments().get(0)) {
            case "devices" -> path.is("devices") ? all("devices", agent.devices(now.agent()), fields)
                    : path.isOneOf("devices") ? one("device", GenesysIds.extension(user, path.id())
                            .map(extension -> agent.device(now.agent(), extension))) : nothing();
            case "calls" -> path.is("calls") ? all("calls", calls.all(now, at), fields)
                    : path.isOneOf("calls") ? one("call", calls.one(now, path.id(), at)) : nothing();
            case "channels" -> !path.me() ? nothing() : path.is("channels") ? all("channels", agent.channels(now.agent()), fields)
                    : path.isOneOf("channels") ? one("channel", ChannelName.of(path.id()).map(name -> agent.channel(now.agent(), name)))
                    : nothing();
            case "interactions" -> interactions(new InteractionResources(user.id(), uris), now, path, fields);
            case "chats", "smssessions", "smsessions" -> contacts(new ContactResources(user.id(), uris), now, path, fields);
            case "features" -> path.is("features") ? all("features", users.features(user), fields)
                    : path.isOneOf("features") ? one("feature", users.feature(user, path.id())) : nothing();
            case "groups" -> path.me() ? all("groups", List.of(), fields) : site(new SiteResources(directory, uris), path, query);
            default -> path.me() ? nothing() : directory(users, path, query);
        };
    }

    private static GenesysReply contacts(ContactResources contacts, Replicas now, GenesysPath path, String fields) {
        ContactKind kind = path.contacts().orElseThrow();
        return path.segments().size() == 1 ? all(kind.collection(), contacts.all(now, kind), fields)
                : path.segments().size() == 2 ? one(kind.resource(), contacts.one(now, kind, path.id())) : nothing();
    }

    private static GenesysReply interactions(InteractionResources interactions, Replicas now, GenesysPath path, String fields) {
        return path.is("interactions") ? all("interactions", interactions.all(now), fields)
                : path.isOneOf("interactions") ? one("interaction", interactions.one(now, path.id())) : nothing();
    }

    private GenesysReply directory(UserResources users, GenesysPath path, Map<String, String> query) {
        String fields = query.get("fields");
        return path.is("users") ? all("users", users.users(), fields)
                : path.isOneOf("users") ? one("user", users.user(path.id()))
                : path.is("contacts") ? all("contacts", users.contacts(), fields)
                : path.isOneOf("contacts") ? one("contact", users.contact(path.id()))
                : path.is("queues") ? all("queues", users.queues(), fields)
                : path.isOneOf("queues") ? one("queue", users.queue(path.id()))
                : site(new SiteResources(directory, uris), path, query);
    }

    private static GenesysReply site(SiteResources site, GenesysPath path, Map<String, String> query) {
        String fields = query.get("fields");
        return path.is("services") ? all("services", site.services(), fields)
                : path.isOneOf("services") ? one("service", site.service(path.id()))
                : path.is("groups") ? all("groups", site.groups(query.get("type")), fields)
                : path.isOneOf("groups") ? one("group", site.group(path.id()))
                : path.is("workbins") ? all("workbins", List.of(), fields)
                : path.isOneOf("voice-environments") ? one("voiceEnvironment", site.voiceEnvironment(path.id())) : nothing();
    }

    /** A client that crashed reads everything of its agent at once. */
    private ObjectNode me(AgentEntry user, Replicas now, Instant at, Set<String> wanted) {
        UserResources users = new UserResources(directory, uris);
        AgentResources agent = new AgentResources(user, uris);
        ObjectNode me = users.user(user);
        add(me, wanted, "devices", agent.devices(now.agent()));
        add(me, wanted, "channels", agent.channels(now.agent()));
        add(me, wanted, "channelStates", agent.channels(now.agent()));
        add(me, wanted, "calls", new CallResources(user.id(), uris).all(now, at));
        ContactResources contacts = new ContactResources(user.id(), uris);
        add(me, wanted, "chats", contacts.all(now, ContactKind.CHAT));
        add(me, wanted, "smssessions", contacts.all(now, ContactKind.SMS));
        add(me, wanted, "interactions", new InteractionResources(user.id(), uris).all(now));
        add(me, wanted, "skills", List.of());
        add(me, wanted, "groups", List.of());
        add(me, wanted, "features", users.features(user));
        if (isWanted(wanted, "settings")) {
            me.putObject("settings").putObject("interaction-workspace");
        }
        return me;
    }

    private static void add(ObjectNode me, Set<String> wanted, String name, List<ObjectNode> resources) {
        if (isWanted(wanted, name)) {
            me.putArray(name).addAll(resources);
        }
    }

    private static boolean isWanted(Set<String> wanted, String name) {
        return wanted.contains(ALL) || wanted.contains(name);
    }

    private static GenesysReply nothing() {
        return GenesysReply.refused(GenesysStatus.NOT_FOUND, "There is no such resource.");
    }

    private static GenesysReply one(String name, Optional<ObjectNode> resource) {
        return resource.map(found -> {
            GenesysReply reply = GenesysReply.ok();
            reply.body().set(name, found);
            return reply;
        }).orElseGet(GenesysReads::nothing);
    }

    /** Without fields the addresses, with fields the resources with these members. */
    private static GenesysReply all(String name, List<ObjectNode> resources, String fields) {
        GenesysReply reply = GenesysReply.ok();
        if (fields == null) {
            ArrayNode addresses = reply.body().putArray("uris");
            resources.stream().map(resource -> resource.path("uri")).filter(JsonNode::isTextual).forEach(addresses::add);
            return reply;
        }
        Set<String> wanted = names(fields);
        ArrayNode array = reply.body().putArray(name);
        resources.forEach(resource -> array.add(wanted.contains(ALL) ? resource : resource.deepCopy().retain(wanted)));
        return reply;
    }

    private static Set<String> names(String list) {
        return list == null ? Set.of() : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
