package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.UserState;
import io.patchbay.model.Action;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Presence;
import io.patchbay.rules.agent.AgentActions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations on {@code /me} and {@code /me/channels/{channel}} (genesys.md 3.1 and 3.3). */
public final class AgentOperations {
    private static final String START = "StartContactCenterSession";
    private static final String END = "EndContactCenterSession";
    private static final List<String> STATES = Arrays.stream(UserState.values()).map(UserState::operation).toList();
    private static final List<String> ON_ME = Stream.concat(Stream.of(START, END), STATES.stream()).toList();

    private AgentOperations() { }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return ON_ME.contains(operation);
    }

    public static Plan onMe(Operation operation) {
        String name = operation.body().operation();
        return switch (name) {
            case START -> new SessionOpening(operation).plan();
            case END -> end(operation);
            default -> {
                UserState state = UserState.of(name).orElseThrow(() -> Operation.unknown(name, ON_ME));
                operation.mustBeSignedIn();
                yield set(operation, state, operation.now().agent().channels());
            }
        };
    }

    public static Plan onChannel(Operation operation, ChannelName channel) {
        String name = operation.body().operation();
        UserState state = UserState.of(name).orElseThrow(() -> Operation.unknown(name, STATES));
        operation.mustBeSignedIn();
        Optional<Channel> own = channel.of(operation.now().agent());
        return set(operation, state, List.of(own.orElseThrow(() -> Operation.invalid("The agent has no channel " + channel.text()
                + ". Send StartContactCenterSession with this channel first."))));
    }

    private static Plan end(Operation operation) {
        operation.mustBeSignedIn();
        return new Plan(List.of(operation.onAgent(new AgentCommand.EndSession(Cause.LOGOUT))), GenesysReply::of, true,
                List.of());
    }

    private static Plan set(Operation operation, UserState state, List<Channel> channels) {
        List<Plan.Step> steps = new ArrayList<>();
        if (state == UserState.OFFLINE) {
            steps.add(operation.onAgent(new AgentCommand.DeactivateChannels(serving(channels), true, Optional.empty())));
            return Plan.of(steps);
        }
        List<Channel> inactive = channels.stream().filter(channel -> !channel.isActive()).toList();
        if (!inactive.isEmpty()) {
            steps.add(operation.onAgent(new AgentCommand.ActivateChannels(serving(inactive), true)));
        }
        Presence wanted = state.presence().orElseThrow();
        List<Channel> ready = channels.stream().filter(channel -> wanted.equals(Presence.READY) && isReady(operation, channel)).toList();
        channels.stream().filter(channel -> !ready.contains(channel) && (channel.isActive() || !wanted.equals(Presence.NOT_READY)))
                .forEach(channel -> steps.add(operation.onAgent(new AgentCommand.SetPresence(channel.id(), wanted))));
        return new Plan(steps, GenesysReply::of, false, ready.stream().map(channel -> ChannelName.of(channel.medium())).toList());
    }

    /** The rules refuse Ready for a ready channel. Genesys accepts it and tells the state once more (genesys.md 3.3). */
    private static boolean isReady(Operation operation, Channel channel) {
        return channel.isActive() && !AgentActions.ofChannel(operation.now().agent(), channel.id()).contains(Action.SET_READY);
    }

    private static List<Serving> serving(List<Channel> channels) {
        return channels.stream().map(channel -> new Serving(channel.id(), List.of())).toList();
    }
}
