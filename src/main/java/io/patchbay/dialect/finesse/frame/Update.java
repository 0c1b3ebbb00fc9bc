package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.ApiError;
import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.dialog.DialogChange;
import io.patchbay.dialog.DialogChange.Verb;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.util.Optional;

/**
 * One notification for the clients of an agent.
 *
 * @param data   one element: the object that is new, changed or gone, or the errors
 * @param source the address of what changed
 * @param cause  the command that caused it; empty where none did
 */
public record Update(Element data, Verb event, String source, Optional<CommandId> cause) {

    /** @param user the object of the agent */
    static Update ofUser(AgentId agent, Element user) {
        return new Update(user, Verb.PUT, Resource.user(agent), Optional.empty());
    }

    /** A dialog joins the collection of the user, changes by itself, or leaves the collection. @param form makes objects of dialogs */
    static Update of(DialogChange change, AgentId agent, DialogXml form) {
        Element dialog = form.of("Dialog", change.dialog());
        return change.verb() == Verb.PUT
                ? new Update(form.of("dialog", change.dialog()), Verb.PUT, Resource.dialog(change.dialog().id()), Optional.empty())
                : new Update(Element.of("dialogs", dialog), change.verb(), Resource.dialogs(agent), Optional.empty());
    }

    /** What failed after its request was accepted. */
    public static Update of(ApiError error, String source) {
        return new Update(error.notification(), Verb.PUT, source, Optional.empty());
    }

    public Update causedBy(CommandId command) {
        return new Update(data, event, source, Optional.of(command));
    }

    /** @param requestId of the request that caused it, else empty */
    public String text(String requestId) {
        return XmlText.of(Element.of("Update", Element.of("data", data), Element.of("event", event.name()),
                Element.of("requestId", requestId), Element.of("source", source)));
    }
}
