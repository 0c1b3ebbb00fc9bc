package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.DeviceOperation;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.dialect.genesys.words.UserState;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Channel;
import java.util.List;
import java.util.Optional;

/** The devices and channels of an agent (genesys.md 3.4 and 3.5). */
public record AgentResources(AgentEntry entry, GenesysUris uris) {
    private static final String SWITCH = "Patchbay";

    /** One device for each extension, in the order of the directory. */
    public List<ObjectNode> devices(Agent agent) {
        return entry.extensions().stream().map(extension -> device(agent, extension)).toList();
    }

    public ObjectNode device(Agent agent, Address extension) {
        return device(agent, extension, userState(stateOf(agent, extension)));
    }

    /** The device right after its sign-in: a state without id and name. */
    ObjectNode loggedIn(Agent agent, Address extension) {
        return device(agent, extension, JsonNodeFactory.instance.objectNode().put("state", "LoggedIn"));
    }

    /** The channels that the agent has, each name once. */
    public List<ObjectNode> channels(Agent agent) {
        return agent.channels().stream().map(Channel::medium).distinct().map(medium -> channel(agent, ChannelName.of(medium))).toList();
    }

    public ObjectNode channel(Agent agent, ChannelName name) {
        Optional<Channel> channel = name.of(agent);
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("channel", name.text());
        if (name == ChannelName.VOICE) {
            channel.ifPresent(voice -> resource.put("phoneNumber", voice.endpoint()).put("switchName", SWITCH)
                    .put("userActivity", agent.call().isPresent() ? "Busy" : "Idle"));
        }
        resource.set("userState", userState(UserState.of(channel)));
        return resource;
    }

    static UserState stateOf(Agent agent, Address extension) {
        return UserState.of(agent.telephone(extension));
    }

    private ObjectNode device(Agent agent, Address extension, ObjectNode userState) {
        Agent.Device set = agent.device(extension);
        String id = GenesysIds.device(extension);
        ObjectNode device = JsonNodeFactory.instance.objectNode().put("id", id).put("deviceState", "Active");
        device.set("userState", userState);
        device.put("phoneNumber", extension.value()).put("description", "").put("e164Number", "").put("telephonyNetwork", "Private")
                .put("doNotDisturb", set.doNotDisturb() ? "On" : "Off")
                .put("voiceEnvironmentUri", uris.of("/voice-environments/" + GenesysIds.SITE));
        set.forwarding().ifPresent(to -> device.put("forwardTo", to.address().value()));
        ArrayNode capabilities = device.putArray("capabilities");
        DeviceOperation.of(set).forEach(operation -> capabilities.add(operation.text()));
        device.putArray("channels").add(ChannelName.VOICE.text());
        return device.put("dynamicPhoneNumber", "").put("uri", uris.of("/devices/" + id)).put("path", "/devices/" + id);
    }

    private static ObjectNode userState(UserState state) {
        ObjectNode userState = JsonNodeFactory.instance.objectNode();
        if (state != UserState.OFFLINE) {
            userState.put("id", state.id());
        }
        userState.put("displayName", state.displayName()).put("state", state.state());
        state.workMode().ifPresent(mode -> userState.put("workMode", mode));
        return userState;
    }
}
