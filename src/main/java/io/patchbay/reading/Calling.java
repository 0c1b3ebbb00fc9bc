package io.patchbay.reading;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Destination;
import java.util.regex.Pattern;

/** What a request about a call names and no directory knows. */
public final class Calling {
    private static final Pattern DIGITS = Pattern.compile("[0-9*#]+");

    private Calling() { }

    /** What is sent as tones. */
    public static Read<String> digits(String text) {
        return DIGITS.matcher(text).matches() ? Read.of(text) : Read.wrong("a string of 0-9, * and #");
    }

    /** An agent with outbound skills names one before it calls an outside number (BINDINGS, demo directory). */
    public static boolean needsSkill(AgentEntry agent, Destination to) {
        return to instanceof Destination.Outside && !agent.outboundSkills().isEmpty();
    }

    /** The code of the skill. */
    public static Read<String> skill(AgentEntry agent, String code) {
        return agent.outboundSkills().stream().anyMatch(skill -> skill.code().equals(code)) ? Read.of(code)
                : Read.wrong("one of the agent's outbound skills");
    }
}
