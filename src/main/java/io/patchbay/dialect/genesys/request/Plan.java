package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReplyForm;
import io.patchbay.model.Body;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operation comes to.
 *
 * @param steps commands that run in order, each after the acceptance of the one before; empty if nothing has to change
 * @param reply from the outcomes of the commands that ran
 * @param endsHttpSession whether the HTTP session of the request ends with its success
 * @param repeated channels whose state is told once more with its success, because it is what was asked for already
 * @param log a log that is told with its success
 */
public record Plan(List<Step> steps, Function<List<Outcome>, GenesysReply> reply, boolean endsHttpSession,
                   List<ChannelName> repeated, Optional<Log> log) {

    /** A command and its cell. */
    public record Step(Subject cell, Body command) { }

    /** The log of a chat. @param from the index of the first entry */
    public record Log(InteractionId chat, long from) { }

    public Plan {
        steps = List.copyOf(steps);
        repeated = List.copyOf(repeated);
    }

    Plan(List<Step> steps, Function<List<Outcome>, GenesysReply> reply, boolean endsHttpSession, List<ChannelName> repeated) {
        this(steps, reply, endsHttpSession, repeated, Optional.empty());
    }

    Plan withLog(InteractionId chat, long from) {
        return new Plan(steps, reply, endsHttpSession, repeated, Optional.of(new Log(chat, from)));
    }

    Plan in(ReplyForm form) {
        return new Plan(steps, outcomes -> reply.apply(outcomes).in(form), endsHttpSession, repeated, log);
    }

    /** The same with a number in the reply, which a later notification repeats. */
    Plan withReference(int number) {
        return new Plan(steps, outcomes -> {
            GenesysReply done = reply.apply(outcomes);
            if (done.status() == GenesysStatus.OK) {
                done.body().put("referenceId", number);
            }
            return done;
        }, endsHttpSession, repeated, log);
    }

    static Plan of(List<Step> steps) {
        return new Plan(steps, GenesysReply::of, false, List.of());
    }
}
