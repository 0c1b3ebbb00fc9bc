package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Reason;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.RecordingEvent;
import io.patchbay.rules.Decision;
import java.util.Optional;
import java.util.function.Predicate;

/** Decisions on commands on the recording. */
record RecordingRules(Interaction state) implements RecordingCommand.Cases<Decision<InteractionEvent>> {

    @Override
    public Decision<InteractionEvent> start(RecordingCommand.StartRecording c) {
        return on(c.by(), AgentView::talks, "A recording can be started while the agent is in conversation only",
                new RecordingEvent.RecordingStarted(c.by()));
    }

    @Override
    public Decision<InteractionEvent> stop(RecordingCommand.StopRecording c) {
        return on(c.by(), AgentView::talks, "A recording can be stopped while the agent is in conversation only",
                new RecordingEvent.RecordingStopped(Optional.of(c.by())));
    }

    @Override
    public Decision<InteractionEvent> pause(RecordingCommand.PauseRecording c) {
        return on(c.by(), at -> InteractionActions.allows(at, Action.PAUSE_RECORDING),
                "Only a running recording can be paused, and only in conversation",
                new RecordingEvent.RecordingPaused(c.by()));
    }

    @Override
    public Decision<InteractionEvent> resume(RecordingCommand.ResumeRecording c) {
        return on(c.by(), at -> InteractionActions.allows(at, Action.RESUME_RECORDING),
                "Only a paused recording can be resumed, and only in conversation",
                new RecordingEvent.RecordingResumed(c.by()));
    }

    private Decision<InteractionEvent> on(AgentId by, Predicate<AgentView> allowed, String needs, RecordingEvent then) {
        Optional<AgentView> at = AgentView.of(state, by);
        if (at.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "Agent " + by + " does not have this interaction.");
        }
        return at.filter(allowed).isPresent()
                ? Decision.accept(then)
                : Decision.refuse(Reason.WRONG_STATE, needs + ". For agent " + by + " this interaction is "
                        + Wording.of(at.orElseThrow().member().phase()) + " and its recording is " + Wording.of(state.recording()) + ".");
    }
}
