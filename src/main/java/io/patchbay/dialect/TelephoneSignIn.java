package io.patchbay.dialect;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands of a sign-in: the session, a telephone channel at the extension, and its activation. What there is stays as it is. */
public final class TelephoneSignIn {
    private TelephoneSignIn() { }

    /** @param start begins the session, or joins it */
    public static List<Command> commands(AgentEntry entry, Address extension, Agent now, Command start) {
        List<Command> commands = new ArrayList<>(List.of(start));
        Optional<Channel> present = now.telephone(extension);
        ChannelId channel = present.map(Channel::id).orElseGet(() -> Ids.channel(Ids.further(start.id(), 1), Medium.VOICE));
        if (present.isEmpty()) {
            commands.add(start.followedBy(1, start.target(),
                    new AgentCommand.AddChannel(Medium.VOICE, extension.value(), entry.queues())));
        }
        if (present.filter(Channel::isActive).isEmpty()) {
            commands.add(start.followedBy(commands.size(), start.target(),
                    new AgentCommand.ActivateChannels(List.of(new Serving(channel, List.of())), true)));
        }
        return commands;
    }

    /** The refusal, if any. Another client may have opened the channel at the same time. */
    public static Optional<Outcome.Refused> refusal(List<Outcome> outcomes) {
        Outcome last = outcomes.isEmpty() ? Outcome.accepted() : outcomes.get(outcomes.size() - 1);
        return last instanceof Outcome.Refused refused && !(outcomes.size() > 1 && refused.reason() == Reason.WRONG_STATE)
                ? Optional.of(refused) : Optional.empty();
    }
}
