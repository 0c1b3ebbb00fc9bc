package io.patchbay.dialect.acqueon.request;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.Subject;
import io.patchbay.reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verbs on the state of the agent, and on the data of calls, which stay until their wrap-up. */
final class AgentVerbs {
    private static final Pattern VARIABLE = Pattern.compile("(?i)callVariable([1-9]|10)");

    private AgentVerbs() { }

    static Plan logout(Asked asked) {
        Optional<NotReadyReason> reason = asked.reasonCode().map(code -> asked.read("ReasonCodeId", asked.names().logout(code)));
        if (asked.now().agent().telephone(asked.extension()).filter(channel -> !isNotReady(channel)).isPresent()) {
            throw AcqueonRefused.state("An agent logs out from not ready. Send SetNotReadyState first.");
        }
        return asked.onMe(new AgentCommand.EndSession(Cause.LOGOUT, reason));
    }

    /** A channel that another client deactivated is shown as not ready. */
    private static boolean isNotReady(Channel channel) {
        return channel.presence().is(ChannelState.NOT_READY) || channel.presence().is(ChannelState.INACTIVE);
    }

    static Plan ready(Asked asked) {
        return set(asked, Presence.READY);
    }

    static Plan notReady(Asked asked) {
        return set(asked, notReadyPresence(asked));
    }

    static Presence notReadyPresence(Asked asked) {
        return asked.reasonCode().map(code -> asked.read("ReasonCodeId", asked.names().notReady(code, Optional.empty())))
                .map(Presence::notReady).orElse(Presence.NOT_READY);
    }

    /** A state that the agent has, or has asked for, is told once more. An activated channel is not ready. */
    private static Plan set(Asked asked, Presence wanted) {
        Channel channel = asked.channel();
        if (channel.presence().atWork() ? channel.pending().filter(wanted::equals).isPresent() : channel.presence().equals(wanted)) {
            return new Plan(List.of(), true);
        }
        List<Plan.Step> steps = new ArrayList<>();
        if (!channel.isActive()) {
            steps.add(new Plan.Step(Subject.of(asked.me()),
                    new AgentCommand.ActivateChannels(List.of(new Serving(channel.id(), List.of())), true)));
        }
        if (channel.isActive() || !wanted.equals(Presence.NOT_READY)) {
            steps.add(new Plan.Step(Subject.of(asked.me()), new AgentCommand.SetPresence(channel.id(), wanted)));
        }
        return new Plan(steps, false);
    }

    /** After the call it also ends the after-call work. */
    static Plan wrapUp(Asked asked) {
        boolean custom = asked.data().flag("Iscustomwrapup");
        String disposition = custom ? asked.data().text("the reason as text", "customwrapup")
                : asked.read("wrapup", disposition(asked, asked.data().text("a wrap-up reason", "wrapup")));
        InteractionId id = asked.dialogOrOver();
        List<Plan.Step> steps = new ArrayList<>();
        steps.add(new Plan.Step(Subject.of(id), new DataCommand.SetDisposition(asked.me(), disposition)));
        if (asked.now().interaction(id).flatMap(one -> one.member(asked.me()))
                .filter(member -> member.is(Interaction.Member.Phase.ENDED)).isPresent()) {
            steps.add(new Plan.Step(Subject.of(id), new DataCommand.Complete(asked.me())));
        }
        return new Plan(steps, false);
    }

    /** By its code, or as people read it. */
    private static Read<String> disposition(Asked asked, String text) {
        return asked.names().directory().codes().dispositions().stream().filter(entry -> entry.label().equals(text)).findFirst()
                .map(CodeEntry::code).map(Read::of).orElseGet(() -> asked.names().disposition(text));
    }

    static Plan updateVariables(Asked asked) {
        String key = asked.data().text("the name of the variable", "key");
        String value = asked.data().raw("value").orElseThrow(() -> asked.data().missing("the value of the variable", "value"));
        Matcher numbered = VARIABLE.matcher(key);
        InteractionId id = asked.dialogOrOver();
        return Plan.of(Subject.of(id), new DataCommand.SetInteractionData(asked.me(),
                numbered.matches() ? "callVariable" + numbered.group(1) : key, value));
    }
}
