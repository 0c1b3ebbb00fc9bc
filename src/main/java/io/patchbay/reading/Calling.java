package io.patchbay.reading;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Destination;
import java.util.regex.Pattern;

/** Reads members of requests about calls that the directory does not know. */
public final class Calling {
    private static final Pattern DIGITS = Pattern.compile("[0-9*#]+");

    private static final Pattern SCHEME = Pattern.compile("(?is)^tel:|;.*");
    /** Blanks and the marks of direction that telephones put around a number they copy. */
    private static final String BLANK = "\\s\\p{Z}\\p{Cf}";
    private static final Pattern BLANKS = Pattern.compile("^[" + BLANK + "]+");
    private static final Pattern SEPARATORS = Pattern.compile("[" + BLANK + "\\p{Pd}\\u2212./()]");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uff01-\\uff5e]");

    private Calling() { }

    /**
     * A number without what people and CRMs write into it: a tel: scheme, its parameters, separators. Digits of any script and
     * full-width signs are plain ones.
     */
    static String plain(String dialled) {
        String folded = BLANKS.matcher(FULL_WIDTH.matcher(dialled).replaceAll(
                sign -> String.valueOf((char) (sign.group().charAt(0) - 0xfee0)))).replaceAll("");
        String number = SEPARATORS.matcher(SCHEME.matcher(folded).replaceAll("")).replaceAll("");
        StringBuilder plain = new StringBuilder();
        number.codePoints().forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }

    /** Digits to send as tones. */
    public static Read<String> digits(String text) {
        return DIGITS.matcher(text).matches() ? Read.of(text) : Read.wrong("a string of 0-9, * and #");
    }

    /** An agent with outbound skills must name one before a call to an outside number (BINDINGS, demo directory). */
    public static boolean needsSkill(AgentEntry agent, Destination to) {
        return to instanceof Destination.Outside && !agent.outboundSkills().isEmpty();
    }

    /** The code of the skill. */
    public static Read<String> skill(AgentEntry agent, String code) {
        return agent.outboundSkills().stream().anyMatch(skill -> skill.code().equals(code)) ? Read.of(code)
                : Read.wrong("one of the agent's outbound skills");
    }
}
