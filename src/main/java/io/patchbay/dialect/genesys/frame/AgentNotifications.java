package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.UserState;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.DeviceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an event of the agent tells its clients: first the devices that changed, then the channels (CHOREOGRAPHY C, agent state). A state
 * that was asked for is told also if it is the same as before (CHOREOGRAPHY A6).
 */
record AgentNotifications(AgentResources resources) {

    List<Notification> of(AgentEvent event, Agent before, Agent after) {
        List<Notification> all = new ArrayList<>();
        signedIn(event).map(own -> resources.loggedIn(after, own)).forEach(device -> all.add(devices(List.of(device))));
        Optional<Channel> asked = asked(event).flatMap(after::channel);
        all.addAll(told(after, own -> AgentResources.stateOf(before, own) != AgentResources.stateOf(after, own)
                || !before.device(own).equals(after.device(own)) || isSet(event, own) || asked.stream()
                .anyMatch(channel -> channel.isTelephoneOf(own)), changed(before, after, asked)));
        return all;
    }

    /** The present state of these channels, once more. */
    List<Notification> again(Agent now, List<ChannelName> names) {
        return told(now, own -> names.contains(ChannelName.VOICE) && now.telephone(own).isPresent(), names.stream());
    }

    private List<Notification> told(Agent now, Predicate<Address> devices, Stream<ChannelName> channels) {
        List<Notification> all = new ArrayList<>();
        List<ObjectNode> changed = resources.entry().extensions().stream().filter(devices).map(own -> resources.device(now, own)).toList();
        if (!changed.isEmpty()) {
            all.add(devices(changed));
        }
        channels.forEach(name -> all.add(channel(resources.channel(now, name))));
        return all;
    }

    /** The whole state, for clients that missed events. */
    List<Notification> all(Agent now) {
        List<Notification> all = new ArrayList<>(List.of(devices(resources.devices(now))));
        resources.channels(now).forEach(channel -> all.add(channel(channel)));
        return all;
    }

    /** The extensions whose channels were opened. */
    private Stream<Address> signedIn(AgentEvent event) {
        List<Channel> added = event instanceof AgentEvent.ChannelAdded one ? List.of(one.channel())
                : event instanceof AgentEvent.ChannelGroupAdded group ? group.channels() : List.of();
        return resources.entry().extensions().stream()
                .filter(own -> added.stream().anyMatch(channel -> channel.isTelephoneOf(own)));
    }

    /** The channel whose state was asked for, by the agent or for it. A state through work was not. */
    private static Optional<ChannelId> asked(AgentEvent event) {
        return event instanceof AgentEvent.PendingStateChanged pending ? Optional.of(pending.channel())
                : event instanceof AgentEvent.ChannelStateChanged changed && changed.work().isEmpty() ? Optional.of(changed.channel())
                : Optional.empty();
    }

    private static boolean isSet(AgentEvent event, Address extension) {
        return event instanceof DeviceEvent.DoNotDisturbSet disturb && disturb.extension().equals(extension)
                || event instanceof DeviceEvent.ForwardingSet forwarding && forwarding.extension().equals(extension);
    }

    private static Stream<ChannelName> changed(Agent before, Agent after, Optional<Channel> asked) {
        return Stream.concat(after.channels().stream(), before.channels().stream()).map(Channel::medium).distinct().map(ChannelName::of)
                .filter(name -> shown(before, name) != shown(after, name)
                        || asked.filter(channel -> channel.medium() == name.medium()).isPresent());
    }

    private static UserState shown(Agent agent, ChannelName name) {
        return UserState.of(name.own(agent));
    }

    private static Notification devices(List<ObjectNode> devices) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", "DeviceStateChangeMessage");
        data.putArray("devices").addAll(devices);
        return new Notification(Notification.Topic.DEVICES, data);
    }

    private static Notification channel(ObjectNode channel) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", "ChannelStateChangeMessageV2");
        data.putArray("channels").add(channel);
        return new Notification(Notification.Topic.CHANNELS, data);
    }
}
