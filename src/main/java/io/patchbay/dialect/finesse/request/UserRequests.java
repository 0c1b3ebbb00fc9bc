package io.patchbay.dialect.finesse.request;

import io.patchbay.dialog.AgentWord;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests of an agent for its own state. */
public final class UserRequests {

    /** The states that a request sets. */
    public enum Wanted {
        LOGIN, LOGOUT, READY, NOT_READY;

        /** Throws {@link FinesseRefused}. */
        public static Wanted of(Asked asked) {
            String state = asked.text("state").toUpperCase(Locale.ROOT);
            return Arrays.stream(values()).filter(one -> one.name().equals(state)).findFirst()
                    .orElseThrow(() -> FinesseRefused.wrong("state", "LOGIN, LOGOUT, READY or NOT_READY"));
        }
    }

    private UserRequests() { }

    /** The extension of a sign-in. */
    public static Address extension(Asked asked) {
        return new Address(asked.read("extension", asked.names().extension(asked.entry(), asked.text("extension"))));
    }

    /** Not for a sign-in, whose commands need no state. */
    public static Plan plan(Asked asked, Wanted wanted) {
        return switch (wanted) {
            case LOGIN -> throw new IllegalArgumentException("a sign-in has commands of its own");
            case LOGOUT -> logout(asked);
            case READY -> set(asked, Presence.READY);
            case NOT_READY -> set(asked, notReady(asked));
        };
    }

    private static Plan logout(Asked asked) {
        Optional<NotReadyReason> reason = logoutReason(asked);
        if (!channel(asked).presence().is(ChannelState.NOT_READY)) {
            throw FinesseRefused.state("A user signs out from NOT_READY.");
        }
        return Plan.of(Subject.of(asked.me()), new AgentCommand.EndSession(Cause.LOGOUT, reason));
    }

    /** A state that the agent has, or has asked for, is told once more. */
    private static Plan set(Asked asked, Presence wanted) {
        Channel channel = channel(asked);
        if (channel.presence().atWork() ? channel.pending().filter(wanted::equals).isPresent() : channel.presence().equals(wanted)) {
            return new Plan(List.of(), true, Optional.empty());
        }
        List<Plan.Step> steps = new ArrayList<>();
        if (!channel.isActive()) {
            steps.add(new Plan.Step(Subject.of(asked.me()),
                    new AgentCommand.ActivateChannels(List.of(new Serving(channel.id(), List.of())), true)));
        }
        steps.add(new Plan.Step(Subject.of(asked.me()), new AgentCommand.SetPresence(channel.id(), wanted)));
        return new Plan(steps, false, Optional.empty());
    }

    private static Channel channel(Asked asked) {
        return AgentWord.voice(asked.now().agent()).filter(channel -> asked.now().agent().isSignedIn())
                .orElseThrow(() -> FinesseRefused.state("The user is not signed in."));
    }

    static Presence notReady(Asked asked) {
        return reasonCode(asked).map(code -> asked.read("reasonCodeId", asked.names().notReady(code, Optional.empty())))
                .map(Presence::notReady).orElse(Presence.NOT_READY);
    }

    static Optional<NotReadyReason> logoutReason(Asked asked) {
        return reasonCode(asked).map(code -> asked.read("reasonCodeId", asked.names().logout(code)));
    }

    /** Clients write zero, or -1, where there is none. */
    private static Optional<String> reasonCode(Asked asked) {
        return asked.body().textOf("reasonCodeId").filter(code -> !code.equals("-1") && !code.matches("0+"));
    }
}
