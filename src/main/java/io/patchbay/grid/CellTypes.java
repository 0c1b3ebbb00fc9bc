package io.patchbay.grid;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.Subject;
import io.patchbay.model.Transcript;
import io.patchbay.model.TranscriptCommand;
import io.patchbay.model.TranscriptEvent;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.rules.queue.QueueRules;
import io.patchbay.rules.transcript.TranscriptRules;

/** The rules of each kind of cell. */
public record CellTypes(CellType<?, ?, ?> agents, CellType<?, ?, ?> interactions, CellType<?, ?, ?> queues, CellType<?, ?, ?> transcripts) {

    /** The rules of this gateway. */
    public static CellTypes ofTheGateway() {
        return new CellTypes(
                new CellType<>(Agent.class, AgentCommand.class, AgentEvent.class, new AgentRules(), AgentCommand.DeadlinePassed::new),
                new CellType<>(Interaction.class, InteractionCommand.class, InteractionEvent.class, new InteractionRules(),
                        OfferCommand.OfferDeadline::new),
                new CellType<>(Queue.class, QueueCommand.class, QueueEvent.class, new QueueRules(), QueueCommand.QueueDeadline::new),
                new CellType<>(Transcript.class, TranscriptCommand.class, TranscriptEvent.class, new TranscriptRules(), id -> {
                    throw new IllegalStateException("a page waits for nothing");
                }));
    }

    public CellType<?, ?, ?> of(Subject subject) {
        return switch (subject.kind()) {
            case AGENT -> agents;
            case INTERACTION -> interactions;
            case QUEUE -> queues;
            case TRANSCRIPT -> transcripts;
        };
    }
}
