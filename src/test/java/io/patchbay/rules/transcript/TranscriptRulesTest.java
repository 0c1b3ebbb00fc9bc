package io.patchbay.rules.transcript;

import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Subject;
import io.patchbay.model.TranscriptCommand.FilePage;
import io.patchbay.model.TranscriptEvent;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptRulesTest {

    @Test
    void a_page_is_written_once() {
        List<LogEntry> page = List.of(entry(1), entry(2));

        Scenario.of(new TranscriptRules(), Subject.transcript(new InteractionId("I000000000000001"), 0))
                .when(new FilePage(page)).then(new TranscriptEvent.PageFiled(page)).asksNothing()
                .when(new FilePage(List.of(entry(3)))).then();
    }

    private static LogEntry entry(int index) {
        return new LogEntry(index, LogEntry.Kind.TEXT, new PartyId("0000000000000001"), Participant.Role.CUSTOMER, "Pat", Visibility.ALL,
                "Hello", Scenario.second(index));
    }
}
