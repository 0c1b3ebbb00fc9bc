package io.patchbay.dialect;

import io.patchbay.model.Rejected;
import java.util.function.Predicate;

/**
 * Makes the reports of messages that are no request of a door. Of what is in them a report tells only the name of the request, where it is
 * one of the door's own words.
 *
 * @param door   the door's name
 * @param member the member that names a request
 * @param isName whether a text, without blanks around it, is the name of a request
 */
public record UnreadableText(String door, String member, Predicate<String> isName, StrictJson json) {

    /** @param why the sentence the sender is told */
    public Rejected report(String text, String why) {
        return Rejected.of(door, why, text.length()).asking(json.member(text, member).map(StrictJson::trimmed).filter(isName));
    }
}
