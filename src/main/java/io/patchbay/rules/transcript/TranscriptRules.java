package io.patchbay.rules.transcript;

import io.patchbay.model.FollowUp;
import io.patchbay.model.Subject;
import io.patchbay.model.Transcript;
import io.patchbay.model.TranscriptCommand;
import io.patchbay.model.TranscriptEvent;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of log pages. The removal of the interaction removes its pages. */
public final class TranscriptRules implements Rules<Transcript, TranscriptCommand, TranscriptEvent> {

    @Override
    public Transcript initial() {
        return Transcript.EMPTY;
    }

    @Override
    public Decision<TranscriptEvent> decide(Transcript page, TranscriptCommand command, Stamp stamp) {
        TranscriptCommand.FilePage filed = (TranscriptCommand.FilePage) command;
        return page.entries().isEmpty() ? Decision.accept(new TranscriptEvent.PageFiled(filed.entries())) : Decision.accept();
    }

    @Override
    public Transcript evolve(Transcript page, TranscriptEvent event, Instant at) {
        return new Transcript(((TranscriptEvent.PageFiled) event).entries());
    }

    @Override
    public List<FollowUp> react(Transcript before, TranscriptEvent event, Transcript after, Subject self) {
        return List.of();
    }

    @Override
    public Map<String, Duration> deadlines(Transcript page) {
        return Map.of();
    }
}
